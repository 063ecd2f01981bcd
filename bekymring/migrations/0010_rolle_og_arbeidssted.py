"""A right given to the koordinator on duty lasts as long as the role, a service's zone as long as the work there (R29).

Both are asked when a row is read, not when somebody remembers to end it. Whoever is koordinator now takes over a case
that lost its leader so.
"""

# ruff: noqa: S608 - our own constants in our own functions

from django.db import migrations

from felles.db.migrasjon import som_vokter

TJENESTER = "'politi', 'helse', 'barnevern', 'skole', 'nav'"
SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
PLPGSQL = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

# Zones of the services where the one who asks works now: once a query.
SONER = f"""
CREATE OR REPLACE FUNCTION vern.soner() RETURNS text[] {SQL} AS $$
    SELECT coalesce(array_agg(DISTINCT a.sone::text), '{{}}')
    FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
    WHERE k.bruker_id = vern.uid() AND a.sone IN ({TJENESTER})
      AND k.fra <= statement_timestamp() AND (k.til IS NULL OR k.til > statement_timestamp())
$$;
REVOKE ALL ON FUNCTION vern.soner() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.soner() TO hp_web, hp_worker
"""

# The same of anybody, for the functions that answer about others.
RETT_GJELDER = f"""
CREATE OR REPLACE FUNCTION vern.rett_gjelder(hvem bigint, hvorfor text, hvilken text) RETURNS boolean {SQL} AS $$
    SELECT (hvorfor <> 'koordinator' OR EXISTS (
            SELECT FROM brukere_rolletildeling r WHERE r.bruker_id = hvem AND r.rolle = 'koordinator'
            AND r.fra <= statement_timestamp() AND (r.til IS NULL OR r.til > statement_timestamp())))
        AND (hvilken NOT IN ({TJENESTER}) OR EXISTS (
            SELECT FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
            WHERE k.bruker_id = hvem AND a.sone = hvilken
            AND k.fra <= statement_timestamp() AND (k.til IS NULL OR k.til > statement_timestamp())))
$$;
REVOKE ALL ON FUNCTION vern.rett_gjelder(bigint, text, text) FROM PUBLIC
"""

HAR_RETT = f"""
CREATE OR REPLACE FUNCTION vern.har_rett(i uuid, onsket text) RETURNS boolean {SQL} AS $$
    SELECT EXISTS (SELECT FROM bekymring_tilgang t
                   WHERE t.sak_id = i AND t.user_id = vern.uid() AND t.rett = onsket
                     AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp())
                     AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone))
           AND NOT vern.er_sperret(i, vern.uid())
$$
"""

LEDER_AV = f"""
CREATE OR REPLACE FUNCTION vern.leder_av(i uuid) RETURNS bigint {SQL} AS $$
    SELECT t.user_id FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
    WHERE t.sak_id = i AND t.rett = 'led'
      AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp())
      AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone) AND NOT vern.er_sperret(i, t.user_id)
    ORDER BY t.fra, t.id LIMIT 1
$$
"""

# `se` carries the ground that lasts: another than the koordinator's where there is one.
FORNY_SE = f"""
CREATE OR REPLACE FUNCTION vern.forny_se(i uuid, hvem bigint, giver bigint) RETURNS void {PLPGSQL} AS $$
    DECLARE slutt timestamptz; uten_slutt boolean; finnes boolean; hvorfor text;
    BEGIN
        SELECT count(*) > 0, coalesce(bool_or(t.til IS NULL), false), max(t.til), coalesce(min(t.grunnlag) FILTER (WHERE t.grunnlag <> 'koordinator'), 'koordinator')
        INTO finnes, uten_slutt, slutt, hvorfor
        FROM bekymring_tilgang t
        WHERE t.sak_id = i AND t.user_id = hvem AND t.rett <> 'se' AND (t.til IS NULL OR t.til > statement_timestamp());
        IF NOT finnes THEN
            UPDATE bekymring_tilgang t SET til = statement_timestamp()
            WHERE t.sak_id = i AND t.user_id = hvem AND t.rett = 'se' AND (t.til IS NULL OR t.til > statement_timestamp());
            RETURN;
        END IF;
        INSERT INTO bekymring_tilgang AS t
            (user_id, permission_id, sak_id, rett, sone, grunnlag, fra, til, gitt_av_id, sist_endret)
        SELECT hvem, p.id, i, 'se', '', hvorfor, statement_timestamp(), CASE WHEN uten_slutt THEN NULL ELSE slutt END, giver,
               coalesce((SELECT s.sist_endret FROM bekymring_sak s WHERE s.id = i), statement_timestamp())
        FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
        WHERE c.app_label = 'bekymring' AND c.model = 'sak' AND p.codename = 'se_sak'
        ON CONFLICT (sak_id, user_id) WHERE rett = 'se' DO UPDATE SET
            til = excluded.til, grunnlag = excluded.grunnlag,
            fra = CASE WHEN t.til <= statement_timestamp() THEN statement_timestamp() ELSE t.fra END,
            gitt_av_id = CASE WHEN t.til <= statement_timestamp() THEN excluded.gitt_av_id ELSE t.gitt_av_id END;
    END
    $$
"""

HVEM_KAN_SE = """
CREATE OR REPLACE FUNCTION vern.hvem_kan_se(i uuid) RETURNS TABLE (bruker bigint, rett text, sone text,
    grunnlag text, grunn uuid, fra timestamptz, til timestamptz, gitt_av bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH spor AS MATERIALIZED (
        SELECT vern.kan_sporre(i) AS ja, vern.uid() AS meg,
            vern.har_rolle('koordinator') OR vern.har_rolle('personvernombud') AS alt
    )
    SELECT CASE WHEN alt OR t.grunnlag <> 'melder' OR t.user_id = meg THEN t.user_id END,
        t.rett::text, t.sone::text, t.grunnlag::text, t.grunn, t.fra, t.til,
        CASE WHEN alt OR t.gitt_av_id = meg OR NOT EXISTS (
            SELECT FROM bekymring_tilgang m
            WHERE m.sak_id = i AND m.user_id = t.gitt_av_id AND m.grunnlag = 'melder' AND m.rett <> 'se')
        THEN t.gitt_av_id END
    FROM spor, bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
    WHERE ja AND t.sak_id = i AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp())
      AND NOT vern.er_sperret(i, t.user_id) AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone)
    UNION ALL
    SELECT r.bruker_id, 'se', '', 'rolle', NULL::uuid, min(r.fra), max(r.til), NULL::bigint
    FROM spor, brukere_rolletildeling r JOIN brukere_bruker b ON b.id = r.bruker_id AND b.is_active
    WHERE ja AND r.rolle = 'koordinator'
      AND r.fra <= statement_timestamp() AND (r.til IS NULL OR r.til > statement_timestamp())
      AND NOT vern.er_sperret(i, r.bruker_id)
      AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i)
      AND NOT EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = i AND t.user_id = r.bruker_id AND t.rett = 'se'
                      AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp()))
    GROUP BY r.bruker_id
$$
"""

# Only a case that nobody leads, and only by who is koordinator now and not barred.
OVERTA = f"""
CREATE FUNCTION vern.overta_sak(i uuid) RETURNS void {PLPGSQL} AS $$
DECLARE meg bigint := vern.uid();
BEGIN
    IF NOT vern.har_rolle('koordinator') OR vern.er_sperret(i, meg) OR vern.leder_av(i) IS NOT NULL
       OR NOT EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i) THEN
        RAISE EXCEPTION 'kan ikke overta saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM vern.gi_en(i, meg, 'led', '', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(i, meg, 'les', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(i, meg, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.forny_se(i, meg, meg);
END
$$;
REVOKE ALL ON FUNCTION vern.overta_sak(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.overta_sak(uuid) TO hp_web
"""

GYLDIG = (
    "user_id = (SELECT vern.uid()) AND fra <= statement_timestamp() AND (til IS NULL OR til > statement_timestamp())"
)
VARER = (
    "(grunnlag <> 'koordinator' OR (SELECT vern.har_rolle('koordinator'))) "
    f"AND (sone NOT IN ({TJENESTER}) OR sone = ANY ((SELECT vern.soner())::text[]))"
)
POLICY = "ALTER POLICY egne ON bekymring_tilgang USING ({})"
IGJEN = "SELECT 1"  # going back leaves the stricter bodies standing; 0003 drops or replaces what it made


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0009_tall_vegg")]
    operations = [
        som_vokter(SONER, IGJEN),
        som_vokter(RETT_GJELDER, IGJEN),
        som_vokter(HAR_RETT, IGJEN),
        som_vokter(LEDER_AV, IGJEN),
        som_vokter(FORNY_SE, IGJEN),
        som_vokter(HVEM_KAN_SE, IGJEN),
        som_vokter(OVERTA, "DROP FUNCTION vern.overta_sak(uuid)"),
        migrations.RunSQL(POLICY.format(f"{GYLDIG} AND {VARER}"), POLICY.format(GYLDIG)),
    ]
