-- Does the one who asks hold this right in this case, now?
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.har_rett(i uuid, onsket text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM bekymring_tilgang t
                   WHERE t.sak_id = i AND t.user_id = vern.uid() AND t.rett = onsket
                     AND vern.gjelder(t.fra, t.til)
                     AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone, t.sted_id)
                     AND (t.grunnlag <> 'nodtilgang' OR vern.kan_bruke_nod(i, t.user_id)))
           AND NOT vern.er_sperret(i, vern.uid())
$$;

REVOKE ALL ON FUNCTION vern.har_rett FROM PUBLIC;
