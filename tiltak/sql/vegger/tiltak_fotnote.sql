GRANT SELECT ON tiltak_fotnote TO hp_web, hp_worker;
