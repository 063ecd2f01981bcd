"""Questions: what acts and pages read from the database."""
