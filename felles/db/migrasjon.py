"""Migration operations beyond Django's. Functions, walls and rights stand in `<room>/sql/` (felles.db.sql)."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation
from django.db.migrations.state import ProjectState


class Transaksjonsnummer(RunSQL):
    """Let each row of an insert-only table say which transaction wrote it: that is what the sealer goes by (ADR 10).

    Which columns the seal vouches for stands with the table's wall, as a row in `vern.kilde`.
    """

    def __init__(self, tabell: str) -> None:
        self.tabell = tabell
        super().__init__(
            [
                f'ALTER TABLE "{tabell}" ADD COLUMN xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint)',
                f'CREATE INDEX "{tabell}_xid" ON "{tabell}" USING brin (xid) WITH (autosummarize = on)',
            ],
            f'ALTER TABLE "{tabell}" DROP COLUMN xid',
        )

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.tabell], {}


class _Samlet(Operation):
    """Neighbouring changes, drawn once in Django's picture of the models instead of once each."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, operasjoner: Sequence[Operation]) -> None:
        self.operasjoner = operasjoner

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # drawn anew, whole, when something asks for it
        for operasjon in self.operasjoner:
            operasjon.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operasjon in self.operasjoner:
            operasjon.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operasjon in reversed(self.operasjoner):
            operasjon.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"{len(self.operasjoner)} changes at once"


def samle(operasjoner: Iterable[Operation]) -> list[Operation]:
    """The same operations, with neighbours as one: new tables for themselves, then fields, indexes and constraints.

    Every model points at Bruker, so Django draws all models again for each change: half of a fresh start."""
    ut: list[Operation] = []
    for slag, gruppe in groupby(operasjoner, key=_slag):
        samlet = list(gruppe)
        ut += [_Samlet(samlet)] if slag else samlet
    return ut


def _slag(operasjon: Operation) -> str:
    """A new table is made with all its fields; what is changed afterwards must not be in it already."""
    if type(operasjon) is CreateModel:
        return "tabeller"
    return "endringer" if isinstance(operasjon, FieldOperation | IndexOperation) else ""
