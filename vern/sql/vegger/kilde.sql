-- Which tables are sealed. Its rows stand with the walls of those tables.

GRANT SELECT ON vern.kilde TO hp_vokter;
