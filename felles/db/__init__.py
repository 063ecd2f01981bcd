"""What the database does itself: its functions, walls and rights, and what migrations need beyond Django."""
