-- Who may see the case, for those who may know it. Members learn that there is a melder, not who: neither as the one
-- who may see nor as the one who gave. Who has broken the glass and left the role is not told as one who may see.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.hvem_kan_se(
    i uuid
) RETURNS TABLE(
    bruker bigint, rett text, sone text, grunnlag text, grunn uuid, fra timestamptz, til timestamptz, gitt_av bigint,
    formal text, sted bigint
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH spor AS MATERIALIZED (
        SELECT vern.kan_sporre(i) AS ja, vern.uid() AS meg,
            vern.har_rolle('koordinator') OR vern.har_rolle('personvernombud') AS alt
    )
    SELECT CASE WHEN alt OR t.grunnlag <> 'melder' OR t.user_id = meg THEN t.user_id END,
        t.rett::text, t.sone::text, t.grunnlag::text, t.grunn, t.fra, t.til,
        CASE WHEN alt OR t.gitt_av_id = meg OR NOT EXISTS (
            SELECT FROM bekymring_tilgang m
            WHERE m.sak_id = i AND m.user_id = t.gitt_av_id AND m.grunnlag = 'melder' AND m.rett <> 'se')
        THEN t.gitt_av_id END,
        t.formal::text, t.sted_id
    FROM spor, bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
    WHERE ja AND t.sak_id = i AND vern.gjelder(t.fra, t.til)
      AND NOT vern.er_sperret(i, t.user_id) AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone, t.sted_id)
      AND (t.grunnlag <> 'nodtilgang' OR vern.kan_bruke_nod(i, t.user_id))
    UNION ALL
    SELECT r.bruker_id, 'se', '', 'rolle', NULL::uuid, min(r.fra), max(r.til), NULL::bigint,
        '', NULL::bigint
    FROM spor, brukere_rolletildeling r JOIN brukere_bruker b ON b.id = r.bruker_id AND b.is_active
    WHERE ja AND r.rolle = 'koordinator'
      AND vern.gjelder(r.fra, r.til)
      AND NOT vern.er_sperret(i, r.bruker_id)
      AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i)
      AND NOT EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = i AND t.user_id = r.bruker_id AND t.rett = 'se'
                      AND vern.gjelder(t.fra, t.til))
    GROUP BY r.bruker_id
$$;

REVOKE ALL ON FUNCTION vern.hvem_kan_se FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.hvem_kan_se TO hp_web;
