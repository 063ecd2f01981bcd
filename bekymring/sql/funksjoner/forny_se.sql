-- `se`, the right to the register line, holds as long as any other right does: from the first that begins to the last
-- that ends. The ground that lasts longest carries it: the koordinator's, break-glass and a reopening only where there
-- is nothing else.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.forny_se(i uuid, hvem bigint, giver bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE start timestamptz; slutt timestamptz; uten_slutt boolean; finnes boolean; hvorfor text;
BEGIN
    SELECT count(*) > 0, coalesce(bool_or(t.til IS NULL), false), max(t.til),
        greatest(min(t.fra), statement_timestamp()),
        coalesce(min(t.grunnlag) FILTER (WHERE t.grunnlag NOT IN ('koordinator', 'nodtilgang', 'gjenapning')),
            min(t.grunnlag) FILTER (WHERE t.grunnlag = 'koordinator'), min(t.grunnlag))
    INTO finnes, uten_slutt, slutt, start, hvorfor
    FROM bekymring_tilgang t
    WHERE t.sak_id = i AND t.user_id = hvem AND t.rett <> 'se' AND vern.varer(t.til)
      AND vern.varer(t.til, t.fra);
    IF NOT finnes THEN
        UPDATE bekymring_tilgang t SET til = greatest(t.fra, statement_timestamp())
        WHERE t.sak_id = i AND t.user_id = hvem AND t.rett = 'se' AND vern.varer(t.til);
        RETURN;
    END IF;
    INSERT INTO bekymring_tilgang AS t
        (user_id, permission_id, sak_id, rett, sone, grunnlag, opplysning, formal, fra, til, gitt_av_id, sist_endret)
    SELECT hvem, p.id, i, 'se', '', hvorfor, '', '', start,
           CASE WHEN uten_slutt THEN NULL ELSE slutt END, giver,
           coalesce((SELECT s.sist_endret FROM bekymring_sak s WHERE s.id = i), statement_timestamp())
    FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
    WHERE c.app_label = 'bekymring' AND c.model = 'sak' AND p.codename = 'se_sak'
    ON CONFLICT (sak_id, user_id) WHERE rett = 'se' DO UPDATE SET
        til = excluded.til, grunnlag = excluded.grunnlag,
        fra = CASE WHEN vern.gjelder(t.fra, t.til) THEN t.fra ELSE excluded.fra END,
        gitt_av_id = CASE WHEN vern.varer(t.til) THEN t.gitt_av_id ELSE excluded.gitt_av_id END;
END
$$;

REVOKE ALL ON FUNCTION vern.forny_se FROM PUBLIC;
