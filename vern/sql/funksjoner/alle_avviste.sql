-- Every refused try, for the personvernombud.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.alle_avviste(
    antall integer
) RETURNS TABLE(id bigint, tid timestamptz, bruker bigint, referanse text, side text, metode text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT a.id, a.tid, a.bruker, a.referanse::text, a.side::text, a.metode::text FROM vern_avvist a
    WHERE vern.har_rolle('personvernombud') ORDER BY a.id DESC LIMIT least(antall, 1000)
$$;

REVOKE ALL ON FUNCTION vern.alle_avviste FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.alle_avviste TO hp_web;
