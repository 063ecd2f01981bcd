"""Migration operations that say in the database what the models cannot: rights, walls, history."""

from django.db.migrations.operations import RunSQL


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


class Historikk(RunSQL):
    """Write simple-history's rows by a trigger: it sees update(), bulk_* and SQL, and the web cannot forge it.

    `Historikk("tiltak_tiltak", "tiltak_historicaltiltak")`; the web role gets SELECT on the history only.
    """

    def __init__(self, tabell: str, historikk: str, *, lesere: str = "hp_web, hp_worker") -> None:
        self.tabell, self.historikk, self.lesere = tabell, historikk, lesere
        super().__init__(
            [
                f'CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON "{tabell}" '
                f"FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('{historikk}')",
                f'GRANT INSERT ON "{historikk}" TO hp_vokter',
                f'GRANT SELECT ON "{historikk}" TO {lesere}',
            ],
            [
                f'DROP TRIGGER historikk ON "{tabell}"',
                f'REVOKE ALL ON "{historikk}" FROM hp_vokter, {lesere}',
            ],
        )

    def deconstruct(self):
        return self.__class__.__name__, [self.tabell, self.historikk], {"lesere": self.lesere}


def som_vokter(sql: str, bak: str) -> RunSQL:
    """Run as hp_vokter, so that a definer function belongs to a role that owns no table."""
    return RunSQL(*(f"SET ROLE hp_vokter; {text}; SET ROLE hp_owner" for text in (sql.strip().rstrip(";"), bak)))
