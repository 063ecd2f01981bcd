"""Views find, ask, call one service and return."""
