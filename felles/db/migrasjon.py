"""Migration operations that say in the database what the models cannot: rights, walls, history."""

from itertools import groupby

from django.db.migrations.operations import CreateModel, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation


class Rettigheter(RunSQL):
    """Grant on one table. Nothing is granted by default: a table without this is closed to web and worker.

    `Rettigheter("tiltak_tiltak", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT")`
    """

    def __init__(self, tabell: str, **roller: str) -> None:
        self.tabell, self.roller = tabell, roller
        super().__init__(
            [f'GRANT {right} ON "{tabell}" TO {role}' for role, right in roller.items()],
            [f'REVOKE ALL ON "{tabell}" FROM {role}' for role in roller],
        )

    def deconstruct(self):
        return self.__class__.__name__, [self.tabell], self.roller


class Vegg(RunSQL):
    """Row-level security on one table, one policy an argument: `name=(command, roles, expression)`.

    `Vegg("bekymring_utkast", egne=("SELECT", "hp_web", "bruker_id = (SELECT vern.uid())"))`

    A permissive policy grants its command to its roles, so that right and wall are one line. `RESTRICTIVE SELECT`
    narrows what others opened and grants nothing; neither does `ALL`, which is for hp_vokter (rights by Rettigheter).
    A fourth element limits the grant to columns. FORCE comes at the end of every migrate (vern.apps.bind_eier).
    """

    def __init__(self, tabell: str, **policyer: tuple[str, ...]) -> None:
        self.tabell, self.policyer = tabell, policyer
        fram = [f'ALTER TABLE "{tabell}" ENABLE ROW LEVEL SECURITY']
        bak = []
        for navn, (kommando, roller, uttrykk, *kolonner) in policyer.items():
            art, _, ordre = kommando.rpartition(" ")
            vilkar = "" if ordre == "INSERT" else f" USING ({uttrykk})"
            vilkar += f" WITH CHECK ({uttrykk})" if ordre in ("INSERT", "UPDATE", "ALL") else ""
            fram.append(
                f'CREATE POLICY "{navn}" ON "{tabell}" AS {art or "PERMISSIVE"} FOR {ordre} TO {roller}{vilkar}'
            )
            bak.append(f'DROP POLICY "{navn}" ON "{tabell}"')
            if not art and ordre != "ALL":
                right = f"{ordre} ({kolonner[0]})" if kolonner else ordre
                fram.append(f'GRANT {right} ON "{tabell}" TO {roller}')
                bak.append(f'REVOKE {right} ON "{tabell}" FROM {roller}')
        bak.append(f'ALTER TABLE "{tabell}" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY')
        super().__init__(fram, bak)

    def deconstruct(self):
        return self.__class__.__name__, [self.tabell], self.policyer


class Historikk(RunSQL):
    """Write simple-history's rows by a trigger: it sees update(), bulk_* and SQL, and the web cannot forge it.

    `Historikk("tiltak_tiltak", "tiltak_historicaltiltak")`; the web role gets SELECT on the history only.
    `lesere=""`: nobody reads it (a `Vegg` on the history says who may); `kolonner`: only changes of these count.
    """

    def __init__(self, tabell: str, historikk: str, *, lesere: str = "hp_web, hp_worker", kolonner: str = "") -> None:
        self.tabell, self.historikk, self.lesere, self.kolonner = tabell, historikk, lesere, kolonner
        endring = f"UPDATE OF {kolonner}" if kolonner else "UPDATE"
        fram = [
            f'CREATE TRIGGER historikk AFTER INSERT OR {endring} OR DELETE ON "{tabell}" '
            f"FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('{historikk}')",
            f'GRANT INSERT ON "{historikk}" TO hp_vokter',
        ]
        bak = [f'DROP TRIGGER historikk ON "{tabell}"', f'REVOKE ALL ON "{historikk}" FROM hp_vokter']
        if lesere:
            fram.append(f'GRANT SELECT ON "{historikk}" TO {lesere}')
            bak.append(f'REVOKE ALL ON "{historikk}" FROM {lesere}')
        super().__init__(fram, bak)

    def deconstruct(self):
        return (
            self.__class__.__name__,
            [self.tabell, self.historikk],
            {"lesere": self.lesere, "kolonner": self.kolonner},
        )


class Forsegles(RunSQL):
    """Seal the rows of an insert-only table (vern.forsegl): an altered, added or removed row is then found.

    `Forsegles("bekymring_hendelse", "sak_id, sone, art", skrivere="hp_web")`

    `kolonner` are what the seal vouches for, `nokkel` is the row's id. `klokke` names a column that the database's own
    clock fills: a row that says it is older than a seal it is not in was put there afterwards. `skrivere` are roles
    that insert by themselves: they can't say another transaction than their own.
    """

    XID = "pg_current_xact_id()::text::bigint"

    def __init__(self, tabell: str, kolonner: str, *, nokkel: str = "id", klokke: str = "", skrivere: str = "") -> None:
        self.tabell, self.kolonner, self.nokkel, self.klokke, self.skrivere = tabell, kolonner, nokkel, klokke, skrivere
        verdier = f"VALUES ('{tabell}', '{nokkel}', '{kolonner}', NULLIF('{klokke}', ''))"
        fram = [
            f'ALTER TABLE "{tabell}" ADD COLUMN xid bigint NOT NULL DEFAULT ({self.XID})',
            f'CREATE INDEX "{tabell}_xid" ON "{tabell}" USING brin (xid) WITH (autosummarize = on)',
            f'CREATE POLICY forsegl ON "{tabell}" FOR SELECT TO hp_vokter USING (true)',
            f'GRANT SELECT ({nokkel}, {kolonner}, xid) ON "{tabell}" TO hp_vokter',
            f"INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) {verdier}",
        ]
        bak = [
            f"DELETE FROM vern.kilde WHERE tabell = '{tabell}'",  # noqa: S608
            f'REVOKE SELECT ({nokkel}, {kolonner}, xid) ON "{tabell}" FROM hp_vokter',  # noqa: S608
            f'DROP POLICY forsegl ON "{tabell}"',
        ]
        if skrivere:
            fram.append(
                f'CREATE POLICY forsegl_xid ON "{tabell}" AS RESTRICTIVE FOR INSERT TO {skrivere} '
                f"WITH CHECK (xid = {self.XID})"
            )
            bak.append(f'DROP POLICY forsegl_xid ON "{tabell}"')
        super().__init__(fram, [*bak, f'ALTER TABLE "{tabell}" DROP COLUMN xid'])

    def deconstruct(self):
        return (
            self.__class__.__name__,
            [self.tabell, self.kolonner],
            {"nokkel": self.nokkel, "klokke": self.klokke, "skrivere": self.skrivere},
        )


def som_vokter(sql: str, bak: str) -> RunSQL:
    """Run as hp_vokter, so that a definer function belongs to a role that owns no table.

    Its body is checked against tables whose policies let hp_vokter pass: hp_migrate's `row_security = off` would
    call that an error.
    """
    return RunSQL(
        *(
            f"SET ROLE hp_vokter; SET LOCAL row_security = on; {text}; SET LOCAL row_security = off; SET ROLE hp_owner"
            for text in (sql.strip().rstrip(";"), bak)
        )
    )


def som_stat(sql: str, bak: str) -> RunSQL:
    """Run as hp_stat, which owns the statistics function and reads what it counts, never text."""
    return RunSQL(
        *(
            f"SET ROLE hp_stat; SET LOCAL row_security = on; {text}; SET LOCAL row_security = off; SET ROLE hp_owner"
            for text in (sql.strip().rstrip(";"), bak)
        )
    )


class _Samlet(Operation):
    """Neighbouring changes, drawn once in Django's picture of the models instead of once each."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, operasjoner):
        self.operasjoner = operasjoner

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn anew, whole, when something asks for it
        for operasjon in self.operasjoner:
            operasjon.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operasjon in self.operasjoner:
            operasjon.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operasjon in reversed(self.operasjoner):
            operasjon.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"{len(self.operasjoner)} changes at once"


def samle(operasjoner):
    """The same operations, with neighbours as one: new tables for themselves, then fields, indexes and constraints.

    Every model points at Bruker, so Django draws all models again for each change: half of a fresh start."""
    ut = []
    for slag, gruppe in groupby(operasjoner, key=_slag):
        samlet = list(gruppe)
        ut += [_Samlet(samlet)] if slag else samlet
    return ut


def _slag(operasjon) -> str:
    """A new table is made with all its fields; what is changed afterwards must not be in it already."""
    if type(operasjon) is CreateModel:
        return "tabeller"
    return "endringer" if isinstance(operasjon, FieldOperation | IndexOperation) else ""
