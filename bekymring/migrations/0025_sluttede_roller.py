"""What was given because of a place in a kjernegruppe ends with that place; break-glass and sharing are sealed.

The end of a membership ends the group's grants in the group's cases, however it is written: by a page, update() or SQL.
Who has broken the glass and left the role is not told as one who may see.
"""

# ruff: noqa: S608 - our own constants in our own functions

import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.tid
from felles.db.migrasjon import Forsegles, Historikk, Vegg, som_vokter

SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
NAA = "statement_timestamp()"
NOD_GJELDER = "(t.grunnlag <> 'nodtilgang' OR vern.kan_bruke_nod(i, t.user_id))"

HAR_RETT = f"""
CREATE OR REPLACE FUNCTION vern.har_rett(i uuid, onsket text) RETURNS boolean {SQL} AS $$
    SELECT EXISTS (SELECT FROM bekymring_tilgang t
                   WHERE t.sak_id = i AND t.user_id = vern.uid() AND t.rett = onsket
                     AND t.fra <= {NAA} AND (t.til IS NULL OR t.til > {NAA})
                     AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone) AND {NOD_GJELDER})
           AND NOT vern.er_sperret(i, vern.uid())
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
      AND (t.grunnlag <> 'nodtilgang' OR vern.kan_bruke_nod(i, t.user_id))
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

# A leader who becomes a member was given more than a member: that ends too, and the koordinator gives anew.
MEDLEMSKAP = f"""
CREATE FUNCTION vern.medlemskap_slutter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE slutt timestamptz := {NAA}; saken uuid;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.gruppe_id = OLD.gruppe_id AND NEW.bruker_id = OLD.bruker_id
       AND NOT (OLD.rolle = 'leder' AND NEW.rolle <> 'leder') THEN
        IF NEW.til IS NULL THEN
            RETURN NULL;
        END IF;
        slutt := greatest(slutt, NEW.til);
    END IF;
    FOR saken IN
        UPDATE bekymring_tilgang t SET til = greatest(t.fra, slutt) FROM bekymring_sak s
        WHERE s.id = t.sak_id AND s.kjernegruppe_id = OLD.gruppe_id AND t.user_id = OLD.bruker_id
          AND t.grunnlag = 'gruppe' AND t.rett <> 'se' AND (t.til IS NULL OR t.til > slutt)
          AND NOT EXISTS (
              SELECT FROM bekymring_medlemskap m
              WHERE m.id <> OLD.id AND m.gruppe_id = OLD.gruppe_id AND m.bruker_id = OLD.bruker_id
                AND m.rolle = OLD.rolle AND m.fra <= {NAA} AND (m.til IS NULL OR m.til > slutt))
        RETURNING t.sak_id
    LOOP
        PERFORM vern.forny_se(saken, OLD.bruker_id, vern.uid());
    END LOOP;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vern.medlemskap_slutter() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.medlemskap_slutter() TO hp_owner
"""
UTLOSER = (
    "CREATE TRIGGER slutt AFTER UPDATE OR DELETE ON bekymring_medlemskap "
    "FOR EACH ROW EXECUTE FUNCTION vern.medlemskap_slutter()"
)
HISTORIE = "history_date, history_type, history_user_id, id, sak_id"


def forseglet(navn: str, kolonner: str) -> list:
    """History by trigger, read by nobody but the sealer."""
    historikk = f"bekymring_historical{navn}"
    return [
        Vegg(historikk, skriv=("INSERT", "hp_vokter", "true")),
        Historikk(f"bekymring_{navn}", historikk, lesere=""),
        Forsegles(historikk, f"{HISTORIE}, {kolonner}", nokkel="history_id", klokke="history_date"),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0024_personsok"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalDeling",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "fra_sone",
                    models.CharField(
                        choices=[
                            ("register", "registerlinje"),
                            ("felles", "felles"),
                            ("identitet", "identitet"),
                            ("politi", "politi"),
                            ("helse", "helse"),
                            ("barnevern", "barnevern"),
                            ("skole", "skole"),
                            ("nav", "NAV"),
                            ("mentor", "mentor"),
                        ],
                        max_length=12,
                        verbose_name="fra",
                    ),
                ),
                (
                    "sone",
                    models.CharField(
                        choices=[
                            ("register", "registerlinje"),
                            ("felles", "felles"),
                            ("identitet", "identitet"),
                            ("politi", "politi"),
                            ("helse", "helse"),
                            ("barnevern", "barnevern"),
                            ("skole", "skole"),
                            ("nav", "NAV"),
                            ("mentor", "mentor"),
                        ],
                        max_length=12,
                        verbose_name="til",
                    ),
                ),
                ("fra", models.DateTimeField(default=felles.tid.na, verbose_name="fra")),
                ("til", models.DateTimeField(verbose_name="til")),
                ("avsluttet", models.DateTimeField(null=True, verbose_name="avsluttet")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "avsluttet_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avsluttet av",
                    ),
                ),
                (
                    "delt_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="delt av",
                    ),
                ),
                (
                    "grunnlag",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.delingsgrunnlag",
                        verbose_name="grunnlag",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mottaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bare til",
                    ),
                ),
                (
                    "nodvendighet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="hvorfor det er nødvendig",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical deling",
                "verbose_name_plural": "historical delinger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNodtilgang",
            fields=[
                ("id", models.UUIDField(db_index=True, editable=False)),
                ("nummer", models.CharField(max_length=7, verbose_name="saksnummer")),
                (
                    "grunnlag",
                    models.CharField(
                        choices=[
                            ("liv", "Noen kan være i fare for liv eller helse nå"),
                            ("avverge", "Plikt til å avverge en alvorlig straffbar handling"),
                            ("barn", "Et barn kan trenge vern med en gang"),
                            ("ute", "Den som har saken, er ikke å få tak i, og det kan ikke vente"),
                        ],
                        max_length=12,
                        verbose_name="grunnlag",
                    ),
                ),
                ("sokt", models.DateTimeField(verbose_name="søkt")),
                ("krever_to", models.BooleanField(default=False, verbose_name="krever godkjenning")),
                ("avslatt", models.DateTimeField(null=True, verbose_name="avslått")),
                ("fra", models.DateTimeField(null=True, verbose_name="fra")),
                ("til", models.DateTimeField(null=True, verbose_name="til")),
                ("vurdert", models.DateTimeField(null=True, verbose_name="vurdert")),
                (
                    "konklusjon",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nodvendig", "Nødvendig og riktig brukt"),
                            ("god_tro", "Ikke nødvendig, men brukt i god tro"),
                            ("brudd", "Brudd som følges opp"),
                        ],
                        max_length=12,
                        verbose_name="konklusjon",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "avgjort_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avgjort av",
                    ),
                ),
                (
                    "bruker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "vurdert_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vurdert av",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical nødtilgang",
                "verbose_name_plural": "historical nødtilganger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        *forseglet(
            "nodtilgang",
            "nummer, bruker_id, grunnlag, sokt, krever_to, avgjort_av_id, avslatt, fra, til, vurdert, vurdert_av_id, "
            "konklusjon",
        ),
        *forseglet(
            "deling",
            "fra_sone, sone, mottaker_id, grunnlag_id, nodvendighet_id, delt_av_id, fra, til, avsluttet, "
            "avsluttet_av_id",
        ),
        som_vokter(HAR_RETT, "SELECT 1"),
        som_vokter(HVEM_KAN_SE, "SELECT 1"),
        som_vokter(MEDLEMSKAP, "DROP FUNCTION vern.medlemskap_slutter()"),
        migrations.RunSQL(UTLOSER, "DROP TRIGGER slutt ON bekymring_medlemskap"),
    ]
