GRANT SELECT, INSERT ON tiltak_maling TO hp_web;
GRANT SELECT ON tiltak_maling TO hp_worker;
