-- Every look-up with the numbers of its cases, for the personvernombud.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.alle_oppslag(
    antall integer, eldre_enn bigint
) RETURNS TABLE(id bigint, tid timestamptz, bruker bigint, roller text[], utsnitt text, soner text[], saker text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT n.id, n.tid, n.bruker, n.roller::text[], n.utsnitt::text, n.soner::text[],
        ARRAY(SELECT s.nummer::text || ' ' || s.ref FROM bekymring_sak s WHERE s.id = ANY (n.saker) ORDER BY s.nummer)
    FROM vern_innsyn n
    WHERE vern.har_rolle('personvernombud') AND (eldre_enn IS NULL OR n.id < eldre_enn)
    ORDER BY n.id DESC LIMIT least(antall, 1000)
$$;

REVOKE ALL ON FUNCTION vern.alle_oppslag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.alle_oppslag TO hp_web;
