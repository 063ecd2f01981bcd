-- One row in the read log, of which nobody but this function writes. The ids are opaque here.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.logg_innsyn(saker uuid[], utsnitt text, soner text[], grunnlag text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid();
BEGIN
    IF meg IS NULL OR coalesce(cardinality(saker), 0) = 0 THEN
        RAISE EXCEPTION 'innsyn uten bruker eller sak' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO vern_innsyn (tid, bruker, roller, saker, utsnitt, soner, grunnlag)
    SELECT clock_timestamp(), meg, coalesce(array_agg(DISTINCT r.rolle), '{}'), logg_innsyn.saker,
        left(logg_innsyn.utsnitt, 40), logg_innsyn.soner, logg_innsyn.grunnlag
    FROM brukere_rolletildeling r
    WHERE r.bruker_id = meg AND vern.gjelder(r.fra, r.til);
END
$$;

REVOKE ALL ON FUNCTION vern.logg_innsyn FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.logg_innsyn TO hp_web;
