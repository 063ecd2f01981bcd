GRANT SELECT ON tiltak_merknad TO hp_web, hp_worker;
