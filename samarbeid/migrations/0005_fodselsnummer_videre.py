"""A birth number is known also further parted, by any sign, and with the whole year (felles.personnummer).

Rows from before are not asked: they may have what got past, some can't be rewritten, and an upgrade must not stop there.
"""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations
from django.db.models import CheckConstraint, Q

from felles.db.migrasjon import samle

MONSTER = '(?<![0-9])(?:[0-9]{6}[ .\\-]?[0-9]{5}(?![0-9])|(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])[0-9]{2}(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10}(?:(?:[Pp]\\.?|[Ff]\\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10})?)?(?:[0-9]{5}|[0-9]{3}[ .\\-/\\n\\t\\u00a0\\u00ad\\u2000-\\u2015\\u202f\\u205f\\u2060\\u2212\\u3000\\ufeff]{1,3}[0-9]{2})(?![0-9])|(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3}(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3}[0-9]{2}(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10}(?:(?:[Pp]\\.?|[Ff]\\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10})?)?(?:[0-9]{5}|[0-9]{3}[ .\\-/\\n\\t\\u00a0\\u00ad\\u2000-\\u2015\\u202f\\u205f\\u2060\\u2212\\u3000\\ufeff]{1,3}[0-9]{2})(?![0-9])(?! ?(?:,-|(?:[Kk]r|[Kk]roner|NOK)(?![a-zæøå])))|(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3})?(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3})?(?:19[0-9]{2}|20[01][0-9])(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10}(?:(?:[Pp]\\.?|[Ff]\\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10})?)(?:[0-9]{5}|[0-9]{3}[ .\\-/\\n\\t\\u00a0\\u00ad\\u2000-\\u2015\\u202f\\u205f\\u2060\\u2212\\u3000\\ufeff]{1,3}[0-9]{2})(?![0-9])(?! ?(?:,-|(?:[Kk]r|[Kk]roner|NOK)(?![a-zæøå]))))'
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


def _bytt(modell, tabell, felt):
    navn = f"{tabell}_{felt}_uten_fnr"
    ny = CheckConstraint(condition=~Q(**{f"{felt}__regex": MONSTER}), name=navn)
    return [migrations.RemoveConstraint(modell, navn), AddConstraintNotValid(modell, ny)]


class Migration(migrations.Migration):
    dependencies = [('samarbeid', "0004_navn_i_en_form")]

    operations = samle(
        endring
        for modell, tabell, felter in TEKSTER
        for felt in felter.split()
        for endring in _bytt(modell, tabell, felt)
    )
