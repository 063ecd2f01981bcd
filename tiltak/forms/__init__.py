"""Typed text into values, and errors in words."""
