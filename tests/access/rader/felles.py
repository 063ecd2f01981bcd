from felles.hjelp import SIDER

from ..matrise import INGEN, Objekt, Rad

RADER = [
    Rad("galleri/"),
    Rad("hjelp/", apen=True),
    Rad(
        "hjelp/<slug:slug>/",
        apen=True,
        objekter=[Objekt("finnes", {"slug": SIDER[0].slug}), Objekt("finnes ikke", {"slug": "xx"}, leser=INGEN)],
    ),
    Rad("personvern/", apen=True),
    Rad("tilgjengelighet/", apen=True),
]
