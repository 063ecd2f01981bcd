"""Log-in, accounts and everyone's own page."""
