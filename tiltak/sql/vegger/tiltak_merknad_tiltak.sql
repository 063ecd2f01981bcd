GRANT SELECT ON tiltak_merknad_tiltak TO hp_web, hp_worker;
