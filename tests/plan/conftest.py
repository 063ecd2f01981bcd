"""The real plan is not in the repository: its tests are deselected unless `--plan FIL` says where it is."""

from pathlib import Path

import pytest

from tiltak.planleser import Lesing, les_fil, les_plan

OPPDIKTET = Path(__file__).with_name("oppdiktet-plan.txt")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--plan"):
        return
    without = [item for item in items if item.get_closest_marker("ekte_plan")]
    if without:
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if item not in without]


@pytest.fixture
def planfil(request: pytest.FixtureRequest) -> Path:
    return request.config.getoption("--plan")


@pytest.fixture
def oppdiktet() -> Lesing:
    return les_plan(les_fil(OPPDIKTET))
