"""The one step from the migrations before they were drawn together: a database that has run them all is as the new ones
make it, so only the record of them is written anew.

Can go when no database is older than the first release after it.
"""

from django.db import connections, transaction
from django.db.migrations.recorder import MigrationRecorder

NY = "0001_tabeller"
SISTE = {  # where each room ended
    "brukere": "0004_kalenderadresse",
    "vern": "0013_verifiser_fort",
    "samarbeid": "0008_vern_om_tilknytning",
    "tiltak": "0010_egne_opplysninger",
    "bekymring": "0027_mentorhendelser",
    "rapport": "0002_vegger",
}


class ForGammel(Exception):
    """The database stands before the last of the old migrations, and those are gone."""


def folg(alias: str) -> bool:
    """Let a database of the last old state follow; False when it is new or has followed. Raises ForGammel."""
    protokoll = MigrationRecorder(connections[alias])
    kjort = {(rom, navn) for rom, navn in protokoll.applied_migrations() if rom in SISTE}
    if not kjort or any(navn == NY for _, navn in kjort):
        return False
    if not kjort >= SISTE.items():
        raise ForGammel
    with transaction.atomic(using=alias):
        protokoll.migration_qs.filter(app__in=SISTE).delete()
        for rom in SISTE:
            protokoll.record_applied(rom, NY)
    return True
