-- Where the one who asks works now: once a query.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.arbeidssteder() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce(array_agg(k.aktor_id), '{}') FROM samarbeid_tilknytning k
    WHERE k.bruker_id = vern.uid() AND vern.gjelder(k.fra, k.til)
$$;

REVOKE ALL ON FUNCTION vern.arbeidssteder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.arbeidssteder TO hp_web;
