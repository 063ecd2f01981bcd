-- What has ended stays ended, nothing is made longer, and who confirms is who acts: whoever consents anew has a row of
-- their own. For the web's own statements; what the database does itself, it does by functions.
CREATE FUNCTION vern.bare_kortere() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE var jsonb := to_jsonb(OLD); blir jsonb := to_jsonb(NEW);
BEGIN
    IF current_user = 'hp_web' AND (
        (blir ->> 'til')::timestamptz > (var ->> 'til')::timestamptz
        OR var ->> 'trukket' <> '' AND var -> 'trukket' IS DISTINCT FROM blir -> 'trukket'
        OR var ->> 'avlost' <> '' AND var -> 'avlost' IS DISTINCT FROM blir -> 'avlost'
        OR var -> 'bekreftet_av_id' IS DISTINCT FROM blir -> 'bekreftet_av_id'
           AND (var ->> 'bekreftet_av_id' <> '' OR blir ->> 'bekreftet_av_id' <> vern.uid()::text)
    ) THEN
        RAISE EXCEPTION 'et grunnlag kan ikke forlenges eller tas opp igjen' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.bare_kortere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.bare_kortere TO hp_owner;
