"""What happens in the report room: ordering and approving (web), carrying out (worker)."""

from .bestilling import bestill_rapport, godkjenn_rapport, prov_igjen, publiser_rapport

__all__ = ["bestill_rapport", "godkjenn_rapport", "prov_igjen", "publiser_rapport"]
