"""Start-up: what `manage.py` does before Django. Standard library only; runs before anything is installed."""


def start(argv: list[str]) -> None:
    """Filled in by the bootstrap."""
