from ..matrise import BEGGE, POST, Rad

RADER = [
    Rad("logg-inn/", metoder=BEGGE, get=(200, 302), apen=True),
    Rad("logg-ut/", metoder=BEGGE, get=(200, 302), apen=True),
    Rad("sprak/", metoder=POST, post=(400,)),  # an empty form names no language
    Rad("logg-inn/demo/", metoder=POST, post=(404,), apen=True),  # an empty form names no persona
]
