"""Names are brought to the one form (felles.tekst), so that a name in use is known again.

The check for birth numbers stands aside meanwhile: an old row may have one that it did not know. A name the table
forbids two of stays as it is when another row has it already: both rows stand, and whoever keeps the registry gives one
of them another name. Two partners may share a name in the table; they then read alike in the list.
"""

from django.db import migrations

from felles.db.frosset import uten_fodselsnummervern
from felles.db.migrasjon import samle

USYNLIG = r"[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
BLANK = r"[ \t\n\r\u000b\u000c\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
FORM = (
    rf"btrim(regexp_replace(translate(normalize(regexp_replace(navn, '{USYNLIG}', '', 'g'), NFC), U&'\2010\2011', '--'),"
    rf" '{BLANK}', ' ', 'g'))"
)
ALLE = "UPDATE samarbeid_aktor SET navn = {form} WHERE navn <> {form}"
TEKSTER = [
    ('aktor', 'aktor', 'navn kortnavn merknad'),
    ('aktoralias', 'aktoralias', 'navn merknad'),
    ('forum', 'forum', 'navn formal'),
    ('mote', 'mote', 'sted saksliste referat'),
    ('oppfolgingspunkt', 'oppfolgingspunkt', 'tekst'),
    ('kontaktrolle', 'kontakt', 'verv navn telefon epost kilde'),
    ('avtale', 'avtale', 'tittel dokumentreferanse'),
    ('kurs', 'kurs', 'tittel sted'),
]
UNIKE = """
WITH ny AS (
    SELECT id, navn, {form} AS form, row_number() OVER (PARTITION BY lower({form}) ORDER BY navn <> {form}, id) AS nr
    FROM {tabell}
)
UPDATE {tabell} AS rad SET navn = ny.form FROM ny WHERE ny.id = rad.id AND ny.nr = 1 AND ny.navn <> ny.form
"""


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0002_rekkefolge")]

    operations = [
        *samle(uten_fodselsnummervern(TEKSTER)),
        migrations.RunSQL(ALLE.format(form=FORM), migrations.RunSQL.noop),
        migrations.RunSQL(UNIKE.format(form=FORM, tabell="samarbeid_aktoralias"), migrations.RunSQL.noop),
        migrations.RunSQL(UNIKE.format(form=FORM, tabell="samarbeid_forum"), migrations.RunSQL.noop),
    ]
