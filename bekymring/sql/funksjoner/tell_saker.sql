-- The database counts, suppresses in the same statement, and hands out nothing smaller than five. Cases, not events,
-- are counted: seven talks with one person are one, and so «under 5».
SET LOCAL ROLE hp_stat;

CREATE FUNCTION vern.tell_saker(onsket_ar integer) RETURNS TABLE(art text, verdi integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    WITH arter (art, hendelser) AS (VALUES
        ('meldt', ARRAY['meldt']),
        ('vurdert', ARRAY['konkludert']),
        ('samtale', ARRAY['samtale_holdt']),
        ('oppfolging', ARRAY['ansvarsgruppe', 'mentor'])
    ), grenser AS (
        SELECT make_timestamptz(onsket_ar, 1, 1, 0, 0, 0, 'Europe/Oslo') AS fra,
               make_timestamptz(onsket_ar + 1, 1, 1, 0, 0, 0, 'Europe/Oslo') AS til
    ), talt AS (
        SELECT a.art, count(DISTINCT h.sak_id)::integer AS n
        FROM arter a CROSS JOIN grenser g
        LEFT JOIN public.bekymring_hendelse h ON h.art = ANY (a.hendelser) AND h.tid >= g.fra AND h.tid < g.til
        GROUP BY a.art
    )
    SELECT t.art, CASE WHEN t.n BETWEEN 1 AND 4 THEN NULL ELSE t.n END FROM talt t
    WHERE EXISTS (SELECT FROM public.bekymring_hendelse h, grenser g WHERE h.tid < g.til)
$$;

REVOKE ALL ON FUNCTION vern.tell_saker FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.tell_saker TO hp_worker;
