-- What the reader has opened while a closed case was open to them, own look-ups included: for both of the two who
-- may open it, and for the reader.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.lest_i_gjenapning(n uuid) RETURNS TABLE(tid timestamptz, utsnitt text, soner text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT l.tid, l.utsnitt::text, l.soner::text[]
    FROM bekymring_gjenapning g JOIN vern_innsyn l ON l.saker @> ARRAY[g.sak_id] AND l.bruker = g.leser_id
        AND l.tid >= g.fra AND l.tid <= coalesce(g.avsluttet, g.til) AND 'gjenapning' = ANY (l.grunnlag)
    WHERE g.id = n AND (vern.kan_gjenapne(g.sak_id, vern.uid()) OR g.leser_id = vern.uid())
    ORDER BY l.id DESC LIMIT 500
$$;

REVOKE ALL ON FUNCTION vern.lest_i_gjenapning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.lest_i_gjenapning TO hp_web;
