GRANT SELECT, INSERT ON tiltak_kilde TO hp_web;
GRANT SELECT ON tiltak_kilde TO hp_worker;
