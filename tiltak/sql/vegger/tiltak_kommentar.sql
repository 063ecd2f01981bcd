GRANT SELECT, INSERT, UPDATE (tekst, tatt_bort) ON tiltak_kommentar TO hp_web;
