GRANT SELECT, INSERT, UPDATE (trukket) ON brukere_kalenderadresse TO hp_web;
