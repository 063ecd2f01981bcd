"""A birth number is known also parted by other signs, further apart, and with the whole year (felles.personnummer)."""

from django.db import migrations

from felles.db.frosset import med_fodselsnummervern, uten_fodselsnummervern
from felles.db.migrasjon import samle

TEKSTER = [
    ('tiltak', 'tiltak', 'sammendrag'),
    ('vedtak', 'vedtak', 'gjelder organ saksnummer merknad'),
    ('muligtiltak', 'muligtiltak', 'tittel sammendrag'),
    ('ansvar', 'ansvar', 'grunn'),
    ('aktivitet', 'aktivitet', 'tittel notat'),
    ('indikator', 'indikator', 'navn definisjon enhet kilde'),
    ('maling', 'maling', 'merknad'),
    ('lenke', 'lenke', 'tittel'),
    ('kommentar', 'kommentar', 'tekst'),
    ('statusrapport', 'statusrapport', 'begrunnelse gjort avvik neste_steg'),
    ('statusvurdering', 'statusvurdering', 'kommentar'),
    ('milepael', 'milepael', 'tittel'),
    ('vedlegg', 'vedlegg', 'tittel'),
    ('statusrunde', 'statusrunde', 'melding'),
    ('varseltekst', 'varseltekst', 'emne tekst'),
    ('mulighendelse', 'mulighendelse', 'begrunnelse'),
    ('rullering', 'rullering', 'tittel'),
    ('rulleringstiltak', 'rulleringstiltak', 'tittel sammendrag'),
    ('rulleringskobling', 'rulleringskobling', 'begrunnelse'),
]


class Migration(migrations.Migration):
    dependencies = [("tiltak", "0002_rekkefolge")]

    operations = samle([*uten_fodselsnummervern(TEKSTER), *med_fodselsnummervern(TEKSTER)])
