-- Laws that began at once and that nobody has confirmed within their 24 hours end now; the grants on them carried that
-- end themselves. Gives those who are to be told, once: who registered it, and who read by it (R4).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.ubekreftede() RETURNS TABLE (bruker bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH slutt AS (
        UPDATE bekymring_delingsgrunnlag g SET til = greatest(g.fra, g.bekreftes_innen)
        WHERE g.bekreftet_av_id IS NULL AND g.bekreftes_innen <= statement_timestamp() AND g.til > g.bekreftes_innen
        RETURNING g.sak_id, g.bestemt_av_id, g.mottaker_id, g.bekreftes_innen
    )
    SELECT s.bestemt_av_id FROM slutt s
    UNION
    SELECT t.user_id FROM slutt s JOIN bekymring_tilgang t
        ON t.sak_id = s.sak_id AND t.sted_id = s.mottaker_id AND t.til = s.bekreftes_innen
$$;

REVOKE ALL ON FUNCTION vern.ubekreftede FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.ubekreftede TO hp_worker;
