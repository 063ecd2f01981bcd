-- Ten an hour for each account. NULL: too many. Open cases with a name that the one who asks leads now, nothing else.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.start_personsok(hvorfor text) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid(); mine uuid[];
BEGIN
    IF meg IS NULL OR NOT vern.har_rolle('koordinator') THEN
        RAISE EXCEPTION 'er ikke koordinator' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('personsok', meg));
    IF (SELECT count(*) FROM bekymring_personsok p
        WHERE p.bruker = meg AND p.tid > clock_timestamp() - interval '1 hour') >= 10 THEN
        RETURN NULL;
    END IF;
    SELECT coalesce(array_agg(DISTINCT t.sak_id), '{}') INTO mine
    FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id
    WHERE t.user_id = meg AND t.rett = 'led' AND t.grunnlag IN ('koordinator', 'saksansvarlig')
      AND vern.gjelder(t.fra, t.til) AND vern.rett_gjelder(meg, t.grunnlag, t.sone, t.sted_id)
      AND NOT vern.er_sperret(t.sak_id, meg)
      AND s.modus <> 'anonym' AND s.tilstand NOT IN ('avsluttet', 'overfort', 'sperret');
    INSERT INTO bekymring_personsok (tid, bruker, formal, saker) VALUES (clock_timestamp(), meg, hvorfor, mine);
    RETURN mine;
END
$$;

REVOKE ALL ON FUNCTION vern.start_personsok FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.start_personsok TO hp_web;
