GRANT SELECT ON tiltak_avsnitt TO hp_web, hp_worker;
