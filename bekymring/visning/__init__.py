"""What a page shows, put together from what was read."""
