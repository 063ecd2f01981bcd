"""Norwegian sort order, the same in Python and in SQL, on any server (beslutninger 41: no ICU).

`Aktor.objects.order_by(Sorter("navn"))` and `sorted(rows, key=lambda rad: nokkel(rad.navn))` agree by test.
"""

from django.db.models import CharField, Func

# Æ, Ø and Å sort after Z in that order, «aa» as Å; case and foreign accents do not count. The same two strings
# stand in vern/sql/funksjoner/sorter.sql: change one, and the test of agreement fails.
FRA = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆæØøÅåÄäÖöÁáÀàÂâÃãÉéÈèÊêËëÍíÌìÎîÏïÓóÒòÔôÕõÚúÙùÛûÜüÝýŸÿÇçÑñŠšŽžČčĆćĐđÐðŁł"
TIL = "abcdefghijklmnopqrstuvwxyz{{||}}{{||aaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuyyyyyyccnnsszzccccddddll"

_TABELL = str.maketrans(FRA, TIL)


def nokkel(tekst: str) -> str:
    """The key a text is sorted by; compare keys by code point."""
    return tekst.translate(_TABELL).replace("aa", "}")


class Sorter(Func):
    """The database's twin of `nokkel`. Immutable, so it may carry an index; code point order whatever the locale."""

    function = "vern.sorter"
    template = '(%(function)s(%(expressions)s) COLLATE "C")'
    arity = 1
    output_field = CharField()
