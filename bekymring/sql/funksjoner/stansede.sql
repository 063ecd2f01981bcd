-- The stopped cases that the one who asks still holds something in, but for one opened by break-glass: there others'
-- texts are closed. Once a query.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.stansede() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce(array_agg(s.id), '{}') FROM bekymring_sak s
    WHERE s.tilstand = 'stanset'
      AND EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = s.id AND t.user_id = vern.uid() AND t.rett = 'se')
      AND NOT EXISTS (
          SELECT FROM bekymring_tilgang t WHERE t.sak_id = s.id AND t.user_id = vern.uid()
          AND t.grunnlag = 'nodtilgang' AND t.rett = 'les' AND vern.gjelder(t.fra, t.til))
$$;

REVOKE ALL ON FUNCTION vern.stansede FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.stansede TO hp_web;
