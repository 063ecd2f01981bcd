"""Roles are asked in policies, so that who may do what is read in one place a room."""

from django.conf import settings

# Where a role is a fact about somebody and not a question of what they may do.
UNNTATT = {
    "brukere/models.py": "says what a role is",
    "brukere/services.py": "whether an account holds the role it is given",
}
ROM = ("felles", "brukere", "vern", "samarbeid", "tiltak", "bekymring", "rapport", "handlingsplan")


def test_only_policies_ask_for_a_role():
    sporrer = {
        str(fil.relative_to(settings.BASE_DIR))
        for rom in ROM
        for fil in (settings.BASE_DIR / rom).rglob("*.py")
        if ".har_rolle(" in fil.read_text(encoding="utf-8")
        and fil.name != "policy.py"
        and "migrations" not in fil.parts
    }
    assert sporrer == set(UNNTATT) - {"brukere/models.py"}
