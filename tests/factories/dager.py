"""Days that are counted when they are sent, so that a test tells the same whenever it was collected."""

from datetime import timedelta

from felles.tid import idag


class Om(int):
    """So many days from today, as one writes it in a field."""

    def __str__(self) -> str:
        return f"{idag() + timedelta(days=int(self)):%d.%m.%Y}"
