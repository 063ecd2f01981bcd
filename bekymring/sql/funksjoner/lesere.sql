-- Readers are shown to the koordinator, never own look-ups, and to the personvernombud; of a sealed case only to the
-- latter, and to whom it has been opened for.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.lesere(
    i uuid, antall integer
) RETURNS TABLE(id bigint, tid timestamptz, bruker bigint, roller text[], utsnitt text, soner text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT n.id, n.tid, n.bruker, n.roller::text[], n.utsnitt::text, n.soner::text[] FROM vern_innsyn n
    WHERE n.saker @> ARRAY[i] AND n.bruker <> vern.uid()
      AND (vern.har_rolle('personvernombud') OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, vern.uid()))
      AND NOT vern.er_forseglet(i)
    ORDER BY n.id DESC LIMIT least(antall, 1000)
$$;

REVOKE ALL ON FUNCTION vern.lesere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.lesere TO hp_web;
