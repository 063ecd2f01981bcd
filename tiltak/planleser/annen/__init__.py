"""Other municipalities' plans: areas, tiltak under them, and for each who is responsible and by when (ADR 18).

Lines are sorted in four steps: what belongs to the page (`sider`), what is a heading (`disposisjon`), what a tiltak's
own lines say (`felt`, `parter`, `frist`), and the plan they make together (`sammen`). A word decides nothing alone:
the lines around it do. Where that is not enough, the reading carries a doubt."""

from .sammen import kjenner, les

__all__ = ["kjenner", "les"]
