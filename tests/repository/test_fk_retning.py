"""A foreign key written as a string is invisible to import-linter: here the rooms of all model fields are compared."""

import pytest
from django.apps import apps

RANG = {
    "auth": 0,
    "contenttypes": -1,
    "sessions": 0,
    "guardian": 1.5,
    "brukere": 1,
    "account": 1.5,  # allauth's addresses point at our user
    "vern": 2,
    "samarbeid": 3,
    "tiltak": 4,
    "bekymring": 4,
    "rapport": 5,
}
MODELLER = sorted(apps.get_models(include_auto_created=True), key=lambda modell: modell._meta.label)


@pytest.mark.parametrize("modell", MODELLER, ids=lambda modell: modell._meta.label)
def test_a_model_points_only_to_its_own_room_or_a_lower_one(modell):
    fra = modell._meta.app_label
    for felt in modell._meta.get_fields():
        if felt.is_relation and felt.concrete and felt.related_model is not None:
            til = felt.related_model._meta.app_label
            assert fra == til or RANG[til] < RANG[fra], f"{modell._meta.label}.{felt.name} → {til}"


def test_plan_and_cases_never_meet():
    """No table points at both; that both point at the person who wrote is another matter."""
    for modell in MODELLER:
        rom = {
            felt.related_model._meta.app_label
            for felt in modell._meta.get_fields()
            if felt.is_relation and felt.related_model and not felt.auto_created
        }
        assert not {"tiltak", "bekymring"} <= rom | {modell._meta.app_label}, modell._meta.label
