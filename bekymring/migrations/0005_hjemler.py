"""The first edition of the catalogue of legal grounds (domene.md §5b). New editions are new rows, never changes.

None is approved by a lawyer yet, and each says where it comes from; FORSKRIFT exists and is not in use.
"""

from datetime import date

from django.db import migrations

FRA = date(2015, 4, 14)
KILDE = "Justisdepartementet, taushetsplikt og opplysningsrett (2024)"
# code, name, law, what it opens for, source, may be used for sharing, in use, from
HJEMLER = (
    ("samtykke", "Samtykke", "forvaltningsloven § 13 a nr. 1", "Den det gjelder har sagt ja til at opplysningene deles.", KILDE, True, True, FRA),
    ("anonym", "Uten navn", "forvaltningsloven § 13 a nr. 2", "Opplysningene kan ikke knyttes til en person.", KILDE, False, True, FRA),
    ("alment_kjent", "Alment kjent", "forvaltningsloven § 13 a nr. 3", "Ingen berettiget interesse tilsier at opplysningen holdes tilbake. Må bekreftes av jurist.", KILDE, False, True, FRA),
    ("samme_organ", "Samme organ", "forvaltningsloven § 13 b nr. 3", "Opplysningene trengs av andre i samme organ.", KILDE, True, True, FRA),
    ("egne_oppgaver", "Egne oppgaver", "forvaltningsloven § 13 b nr. 5", "Det er nødvendig for å løse organets egne oppgaver. Nummeret må bekreftes av jurist.", KILDE, True, True, FRA),
    ("anmeldelse", "Anmeldelse", "forvaltningsloven § 13 b nr. 6", "Lovbrudd anmeldes eller opplyses til politiet i allmenn interesse.", KILDE, True, True, FRA),
    ("liv_helse", "Fare for liv eller helse", "forvaltningsloven § 13 b", "Det er nødvendig for å avverge fare for liv eller helse. Nummeret må bekreftes av jurist.", "Prop. 166 L (2020–2021)", True, True, date(2021, 7, 1)),
    ("forskrift", "Forskrift om deling", "forvaltningsloven § 13 g", "Ingen forskrift for dette feltet er kjent. Raden er ikke i bruk.", KILDE, False, False, FRA),
    ("avverging", "Avverging", "straffeloven § 196", "Alvorlig handling skal avverges. Går foran all taushetsplikt.", KILDE, False, True, date(2015, 10, 1)),
    ("barnevern", "Melding til barnevernet", "barnevernsloven § 13-2", "Opplysningsplikt til barnevernet. Går foran taushetsplikt.", "Bufdir", False, True, date(2023, 1, 1)),
    ("politi", "Politiets egen lov", "politiregisterloven kap. 6", "Politiet kan gi opplysninger til andre i det forebyggende arbeidet.", "politiregisterloven", True, True, FRA),
    ("opplysningsplikt", "Opplysningsplikt", "særlov", "En særlov pålegger tjenesten å gi opplysningene.", KILDE, True, True, FRA),
    ("moteplikt", "Møteplikt for barn", "politiloven § 13", "Barn under 18 år og foresatte kan pålegges å møte når det er grunn til å tro at barnet har gjort noe som ellers er straffbart.", "Ot.prp. nr. 106 (2001–2002)", False, True, FRA),
)  # fmt: skip


def last(apps, schema_editor):
    Hjemmel = apps.get_model("bekymring", "Hjemmel")
    felter = ("kode", "navn", "henvisning", "forklaring", "kilde", "for_deling", "aktiv", "gyldig_fra")
    Hjemmel.objects.using(schema_editor.connection.alias).bulk_create(
        Hjemmel(**dict(zip(felter, rad, strict=True))) for rad in HJEMLER
    )


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0004_flyt")]
    operations = [migrations.RunPython(last, migrations.RunPython.noop, elidable=False)]
