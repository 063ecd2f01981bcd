GRANT SELECT, INSERT ON tiltak_fokusomrade TO hp_web;
GRANT SELECT ON tiltak_fokusomrade TO hp_worker;
