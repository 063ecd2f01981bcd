"""Who is asking, as the policies and triggers see it, and the one trigger that writes all history."""

from django.db import migrations

from felles.db.migrasjon import som_vokter

UID = """
CREATE FUNCTION vern.uid() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
    SELECT b.id FROM public.brukere_bruker b
    WHERE b.id = nullif(current_setting('hp.uid', true), '')::bigint AND b.is_active
$$;
REVOKE ALL ON FUNCTION vern.uid() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.uid() TO hp_web, hp_worker, hp_vokter, hp_stat, hp_owner;
"""

HAR_ROLLE = """
CREATE FUNCTION vern.har_rolle(onsket text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
    SELECT EXISTS (
        SELECT FROM public.brukere_rolletildeling r
        WHERE r.bruker_id = vern.uid() AND r.rolle = onsket AND r.fra <= now() AND (r.til IS NULL OR r.til > now())
    )
$$;
REVOKE ALL ON FUNCTION vern.har_rolle(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.har_rolle(text) TO hp_web, hp_worker, hp_vokter, hp_stat;
"""

# Columns of the history table that the row has too are copied by name; the rest are simple-history's own.
HISTORIKK = """
CREATE FUNCTION vern.skriv_historikk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
    kolonner text;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        NEW := OLD;
    END IF;
    SELECT string_agg(quote_ident(h.attname), ', ') INTO kolonner
    FROM pg_attribute h JOIN pg_attribute t ON t.attname = h.attname
    WHERE h.attrelid = format('public.%I', TG_ARGV[0])::regclass AND t.attrelid = TG_RELID
      AND h.attnum > 0 AND t.attnum > 0 AND NOT h.attisdropped AND NOT t.attisdropped;
    EXECUTE format(
        'INSERT INTO public.%I (%s, history_date, history_type, history_change_reason, history_user_id) '
        'SELECT %s, clock_timestamp(), $2, $3, $4 FROM (SELECT ($1).*) rad', TG_ARGV[0], kolonner, kolonner)
    USING NEW, CASE TG_OP WHEN 'INSERT' THEN '+' WHEN 'UPDATE' THEN '~' ELSE '-' END,
        left(nullif(current_setting('hp.grunn', true), ''), 100), vern.uid();
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vern.skriv_historikk() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.skriv_historikk() TO hp_owner;
"""


LES = (
    "GRANT SELECT (id, is_active) ON brukere_bruker TO hp_vokter;"
    "GRANT SELECT (bruker_id, rolle, fra, til) ON brukere_rolletildeling TO hp_vokter;"
)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("brukere", "0001_initial")]
    operations = [
        migrations.RunSQL(LES, migrations.RunSQL.noop),
        som_vokter(UID, "DROP FUNCTION vern.uid()"),
        som_vokter(HAR_ROLLE, "DROP FUNCTION vern.har_rolle(text)"),
        som_vokter(HISTORIKK, "DROP FUNCTION vern.skriv_historikk()"),
    ]
