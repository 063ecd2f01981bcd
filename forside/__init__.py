"""The start page and what else composes the rooms: search, calendar, interrupted forms, the frame."""
