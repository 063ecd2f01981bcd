"""The walls during migrations."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

EIER = "eier"  # the alias that migrates, as hp_owner


def _for_alle(using: str, tabeller: str, endring: str) -> None:
    """Alter every table of public for which `tabeller` holds."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND " + tabeller  # noqa: S608
        )
        for (tabell,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE "{tabell}" {endring}')


def slipp_eier(using: str, **_: Any) -> None:
    """Before migrations: FORCE binds the owner, and would make its data changes and foreign-key checks lie.

    Under FORCE an UPDATE by the owner changes 0 rows without error and ADD FOREIGN KEY accepts a row that breaks
    it (ADR 1). Web and worker stay behind the policies all the while; only the owner is let through.
    """
    if using == EIER:
        _for_alle(using, "relforcerowsecurity", "NO FORCE ROW LEVEL SECURITY")


def bind_eier(using: str, **_: Any) -> None:
    """After migrations: every walled table is forced again."""
    if using == EIER:
        _for_alle(using, "relrowsecurity AND NOT relforcerowsecurity", "FORCE ROW LEVEL SECURITY")


class VernConfig(AppConfig):
    name = "vern"

    def ready(self) -> None:
        pre_migrate.connect(slipp_eier, sender=self, dispatch_uid="vern.slipp_eier")
        post_migrate.connect(bind_eier, sender=self, dispatch_uid="vern.bind_eier")
