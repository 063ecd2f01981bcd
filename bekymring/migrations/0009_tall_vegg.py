"""Figures: the database counts, suppresses in the same statement, and hands out nothing smaller than five.

The worker cannot read an event or a case; it asks this function. The web cannot even ask (beslutninger 31).
"""

from django.db import migrations

from felles.db.migrasjon import Vegg, som_stat

# What hp_stat may see of what happened: which case, what kind, when. Not who, not where, never text.
LES = """
CREATE POLICY stat ON bekymring_hendelse FOR SELECT TO hp_stat USING (true);
GRANT SELECT (sak_id, art, tid) ON bekymring_hendelse TO hp_stat;
"""
LES_BAK = """
REVOKE ALL ON bekymring_hendelse FROM hp_stat;
DROP POLICY stat ON bekymring_hendelse;
"""

# Cases, not events, are counted: seven talks with one person are one, and so "under 5".
TELL = """
CREATE FUNCTION vern.tell_saker(onsket_ar integer) RETURNS TABLE (art text, verdi integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
REVOKE ALL ON FUNCTION vern.tell_saker(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.tell_saker(integer) TO hp_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0008_tall")]
    operations = [
        migrations.RunSQL(LES, LES_BAK),
        som_stat(TELL, "DROP FUNCTION vern.tell_saker(integer)"),
        Vegg(
            "bekymring_tall",
            les=("SELECT", "hp_web", "(SELECT vern.uid()) IS NOT NULL"),
            ko=("SELECT", "hp_worker", "true"),
            publiser=("INSERT", "hp_worker", "true"),
        ),
    ]
