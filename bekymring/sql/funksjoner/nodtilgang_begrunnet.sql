-- Break-glass without a written reason is never committed.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.nodtilgang_begrunnet() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM bekymring_nodtilgang WHERE id = NEW.id AND begrunnelse IS NULL) THEN
        RAISE EXCEPTION 'nødtilgang uten begrunnelse' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.nodtilgang_begrunnet FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.nodtilgang_begrunnet TO hp_owner;
