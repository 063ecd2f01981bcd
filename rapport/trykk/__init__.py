"""The printed report: the frozen year, its HTML and its PDF. No queries."""
