"""A pytest plugin that shares the tests between xdist's workers so that none of them waits for another at the end.

A file's tests stay together, for what is costly in it (a server, a browser, a clone) is made once for the file. The
tests of `tests/access/` need nothing but the database and are handed out one by one. What takes longest begins first;
the rest stands in the random order it was given, and the small ones fill up the end.
"""

from typing import Any

import pytest

FORST = (  # files that take minutes and cannot be shared, the longest first
    "tests/oppstart/test_demo.py",
    "tests/arbeider/test_rapport.py",
    "tests/journeys/test_sider.py",
    "tests/journeys/",
    "tests/walls/test_segl.py",
    "tests/arbeider/",
    "tests/repository/test_kontroller.py",
    "tests/access/test_markorer.py",
    "tests/access/",
)
ENKELTVIS = "tests/access/"


def plass(nodeid: str) -> int:
    """How early a test is begun."""
    return next((nr for nr, start in enumerate(FORST) if nodeid.startswith(start)), len(FORST))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: plass(item.nodeid))  # stable: the random order holds among equals


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    if config.getoption("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class Fordeling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return nodeid if nodeid.startswith(ENKELTVIS) else super()._split_scope(nodeid)

    config.option.loadscopereorder = False  # our order, not the number of tests
    return Fordeling(config, log)
