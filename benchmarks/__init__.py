"""Ratios, side by side in one run, on servers of their own. `python3 -m benchmarks`; see `maling.py` for what."""
