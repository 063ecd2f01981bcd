from ..matrise import Rad

RADER: list[Rad] = []
