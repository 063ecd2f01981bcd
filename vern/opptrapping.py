"""Step-up, for the rooms above: `@krev_fersk_innlogging` inside what says who may. Lives with log-in (brukere)."""

from brukere.views.opptrapping import krev_fersk_innlogging

__all__ = ["krev_fersk_innlogging"]
