-- One's own look-ups, for oneself.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.mine_oppslag(
    antall integer, eldre_enn bigint
) RETURNS TABLE(id bigint, tid timestamptz, saker uuid[], utsnitt text, soner text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT n.id, n.tid, n.saker, n.utsnitt::text, n.soner::text[] FROM vern_innsyn n
    WHERE n.bruker = vern.uid() AND (eldre_enn IS NULL OR n.id < eldre_enn)
    ORDER BY n.id DESC LIMIT least(antall, 1000)
$$;

REVOKE ALL ON FUNCTION vern.mine_oppslag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.mine_oppslag TO hp_web;
