"""The invented world of the demo. Installed only where DEMO=1."""
