GRANT SELECT, INSERT ON tiltak_innsatsomrade TO hp_web;
GRANT SELECT ON tiltak_innsatsomrade TO hp_worker;
