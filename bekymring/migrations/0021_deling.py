"""A sharing is a copy behind a wall of its own: the copy asks the sharing whether it still holds (beslutninger 5).

Written by who may write where the original lies, on a ground that holds; ended with the ground that carries it.
"""

# ruff: noqa: S608 - our own constants in our own policies

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import felles.tid
from felles.db.migrasjon import Vegg, som_vokter

MEG = "(SELECT vern.uid())"
NAA = "statement_timestamp()"
GYLDIG = f"til > {NAA} AND avsluttet IS NULL AND (mottaker_id IS NULL OR mottaker_id = {MEG})"


def i_sone(rett: str, sone: str) -> str:
    return (
        "EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_deling.sak_id "
        f"AND t.rett = '{rett}' AND t.sone = bekymring_deling.{sone})"
    )


BAERER = (
    "EXISTS (SELECT FROM bekymring_delingsgrunnlag g WHERE g.id = bekymring_deling.grunnlag_id "
    f"AND g.sak_id = bekymring_deling.sak_id AND g.fra <= {NAA} AND g.til >= bekymring_deling.til "
    "AND (g.samtykke_id IS NOT NULL OR g.bekreftet_av_id IS NOT NULL))"
)


# Asked for copies only, which are few. As functions, because a policy that reads a table with policies of its own is
# planned anew with all of them for each query on texts: 2.1 ms against 0.6.
FUNKSJONER = f"""
CREATE FUNCTION vern.deling_gjelder(i uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM bekymring_deling d WHERE d.id = i AND d.til > {NAA} AND d.avsluttet IS NULL
                   AND (d.mottaker_id IS NULL OR d.mottaker_id = vern.uid()))
$$;
CREATE FUNCTION vern.egen_deling(i uuid, saken uuid, sonen text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM bekymring_deling d WHERE d.id = i AND d.sak_id = saken AND d.sone = sonen
                   AND d.delt_av_id = vern.uid() AND d.avsluttet IS NULL AND d.til > {NAA})
$$;
REVOKE ALL ON FUNCTION vern.deling_gjelder(uuid), vern.egen_deling(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.deling_gjelder(uuid), vern.egen_deling(uuid, uuid, text) TO hp_web
"""
FUNKSJONER_BAK = "DROP FUNCTION vern.deling_gjelder(uuid), vern.egen_deling(uuid, uuid, text)"
KOPIER = f"""
CREATE POLICY deling_les ON bekymring_tekst AS RESTRICTIVE FOR SELECT TO hp_web
    USING (deling IS NULL OR vern.deling_gjelder(deling));
CREATE POLICY deling_ny ON bekymring_tekst FOR INSERT TO hp_web
    WITH CHECK (av_id = {MEG} AND deling IS NOT NULL AND vern.egen_deling(deling, sak_id, sone));
CREATE POLICY deling_ekte ON bekymring_tekst AS RESTRICTIVE FOR INSERT TO hp_web
    WITH CHECK (deling IS NULL OR vern.egen_deling(deling, sak_id, sone));
CREATE POLICY deling_ny ON bekymring_hendelse FOR INSERT TO hp_web
    WITH CHECK (av_id = {MEG} AND art = 'delt' AND tekst_id IS NULL AND vern.egen_deling(id, sak_id, sone))
"""
KOPIER_BAK = """
DROP POLICY deling_les ON bekymring_tekst; DROP POLICY deling_ny ON bekymring_tekst;
DROP POLICY deling_ekte ON bekymring_tekst; DROP POLICY deling_ny ON bekymring_hendelse
"""
VOKTER = (
    "SELECT (id, sak_id, sone, grunnlag_id, delt_av_id, mottaker_id, fra, til, avsluttet), UPDATE (til) "
    "ON bekymring_deling"
)
# R6: the ground ends, and with it whatever it carried, also where the one who ends it sees nothing of that.
FOLGER = """
CREATE FUNCTION vern.deling_folger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE bekymring_deling d SET til = greatest(d.fra, NEW.til) WHERE d.grunnlag_id = NEW.id AND d.til > NEW.til;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vern.deling_folger() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.deling_folger() TO hp_owner
"""
UTLOSER = (
    "CREATE TRIGGER deling AFTER UPDATE OF til ON bekymring_delingsgrunnlag "
    "FOR EACH ROW EXECUTE FUNCTION vern.deling_folger()"
)


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0020_arbeiderens_funksjoner"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="hendelse",
            name="art",
            field=models.CharField(
                choices=[
                    ("meldt", "Bekymring meldt"),
                    ("angret", "Steget ble angret"),
                    ("tatt_imot", "Koordinatoren tok imot bekymringen"),
                    ("returnert", "Sendt tilbake til melderen"),
                    ("sendt_pa_nytt", "Sendt på nytt"),
                    ("droftes", "Drøftes uten navn"),
                    ("til_avklaring", "Til avklaring"),
                    ("samtykke", "Samtykke gitt"),
                    ("samtykke_trukket", "Samtykket gjelder ikke lenger"),
                    ("grunnlag", "Grunnlag for deling registrert"),
                    ("grunnlag_bekreftet", "Grunnlag for deling bekreftet"),
                    ("henvist", "Henvist til kjernegruppa"),
                    ("sendt_tilbake", "Kjernegruppa sendte saken tilbake"),
                    ("pa_saksliste", "Satt på saksliste"),
                    ("utsatt", "Utsatt til et senere møte"),
                    ("vurdering", "Vurdering skrevet"),
                    ("konkludert", "Kjernegruppa konkluderte"),
                    ("samtale_avtalt", "Bekymringssamtale avtalt"),
                    ("samtale_flyttet", "Samtalen ble flyttet"),
                    ("samtale_avlyst", "Samtalen ble ikke noe av"),
                    ("samtale_holdt", "Samtalen er gjennomført"),
                    ("ansvarsgruppe", "Ansvarsgruppe opprettet"),
                    ("mentor_foreslatt", "Mentor foreslått"),
                    ("mentor", "Mentor er i gang"),
                    ("mentor_slutt", "Mentorforløpet er avsluttet"),
                    ("kontakt", "Kontakt med mentor"),
                    ("oppfolging", "Oppfølging startet"),
                    ("oppgave", "Oppgave gitt"),
                    ("oppgave_ferdig", "Oppgave gjort"),
                    ("evaluering", "Klar for evaluering"),
                    ("fortsetter", "Oppfølgingen fortsetter"),
                    ("stanset", "Saken er stanset"),
                    ("avverging", "Politiet er varslet for å avverge fare"),
                    ("barnevern", "Barnevernet har fått melding"),
                    ("inhabil", "En person er tatt ut av saken"),
                    ("habil", "En person kan være med i saken igjen"),
                    ("overfort", "Overført"),
                    ("avsluttet", "Avsluttet"),
                    ("sperret", "Sperret"),
                    ("gjenapnet", "Gjenåpnet"),
                    ("kort_skrevet", "Skrev hvem saken gjelder"),
                    ("kort_apnet", "Åpnet hvem saken gjelder"),
                    ("kort_delt", "Delte hvem saken gjelder"),
                    ("tilgang", "Tilgang gitt"),
                    ("tilgang_slutt", "Tilgang avsluttet"),
                    ("delt", "Opplysninger delt"),
                    ("deling_slutt", "Delingen er avsluttet"),
                    ("nodtilgang", "Nødtilgang brukt"),
                ],
                max_length=24,
                verbose_name="art",
            ),
        ),
        migrations.CreateModel(
            name="Deling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                (
                    "avsluttet_av",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avsluttet av",
                    ),
                ),
                (
                    "delt_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="delt av",
                    ),
                ),
                (
                    "grunnlag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delinger",
                        to="bekymring.delingsgrunnlag",
                        verbose_name="grunnlag",
                    ),
                ),
                (
                    "mottaker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bare til",
                    ),
                ),
                (
                    "nodvendighet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="hvorfor det er nødvendig",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delinger",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "deling",
                "verbose_name_plural": "delinger",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "fra_sone__in",
                                ["felles", "identitet", "politi", "helse", "barnevern", "skole", "nav", "mentor"],
                            ),
                            (
                                "sone__in",
                                ["felles", "identitet", "politi", "helse", "barnevern", "skole", "nav", "mentor"],
                            ),
                            models.Q(("fra_sone", models.F("sone")), _negated=True),
                        ),
                        name="deling_to_soner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("til__gte", models.F("fra"))), name="deling_til_etter_fra"
                    ),
                ],
            },
        ),
        Vegg(
            "bekymring_deling",
            gir=("SELECT", "hp_web", i_sone("les", "fra_sone")),
            far=("SELECT", "hp_web", f"{GYLDIG} AND {i_sone('les', 'sone')}"),
            ny=("INSERT", "hp_web", f"delt_av_id = {MEG} AND {i_sone('skriv', 'fra_sone')} AND {BAERER}"),
            avslutt=("UPDATE", "hp_web", i_sone("skriv", "fra_sone"), "avsluttet, avsluttet_av_id"),
            vokter=("ALL", "hp_vokter", "true"),
        ),
        migrations.RunSQL(f"GRANT {VOKTER} TO hp_vokter", f"REVOKE {VOKTER} FROM hp_vokter"),
        som_vokter(FUNKSJONER, FUNKSJONER_BAK),
        migrations.RunSQL(KOPIER, KOPIER_BAK),
        som_vokter(FOLGER, "DROP FUNCTION vern.deling_folger()"),
        migrations.RunSQL(UTLOSER, "DROP TRIGGER deling ON bekymring_delingsgrunnlag"),
    ]
