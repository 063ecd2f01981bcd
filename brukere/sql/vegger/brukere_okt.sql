-- Sessions say whose they are, so that they can be seen and ended; Django's own table is closed.

GRANT SELECT, INSERT, UPDATE, DELETE ON brukere_okt TO hp_web;
