"""The walls during migrations, and what stands in `<room>/sql/` after them."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.models.signals import post_migrate, pre_migrate

from felles.db.sql import oppdater

EIER = "eier"  # the alias that migrates, as hp_owner


def slipp_eier(using: str, plan: list[Any], **_: Any) -> None:
    """Before migrations: FORCE binds the owner, and would make its data changes and foreign-key checks lie.

    Under FORCE an UPDATE by the owner changes 0 rows without error and ADD FOREIGN KEY accepts a row that breaks
    it (ADR 1). Web and worker stay behind the policies all the while; only the owner is let through.
    """
    if using != EIER or not plan:
        return
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT oid::regclass FROM pg_class WHERE relforcerowsecurity")
        for (tabell,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {tabell} NO FORCE ROW LEVEL SECURITY")


def reis_vegger(using: str, **_: Any) -> None:
    """After migrations: the owner is bound again, and all stands as in the files; not halfway through them."""
    if using != EIER:
        return
    lasted = MigrationLoader(connections[using])
    if lasted.applied_migrations.keys() >= lasted.disk_migrations.keys():
        oppdater(using)


class VernConfig(AppConfig):
    name = "vern"

    def ready(self) -> None:
        pre_migrate.connect(slipp_eier, sender=self, dispatch_uid="vern.slipp_eier")
        post_migrate.connect(reis_vegger, sender=self, dispatch_uid="vern.reis_vegger")
