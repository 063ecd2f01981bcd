from ..matrise import Rad

RADER = [
    Rad(""),
    Rad("helse/live", apen=True),
    Rad("helse/klar", apen=True, get=(503,)),  # no worker runs here
]
