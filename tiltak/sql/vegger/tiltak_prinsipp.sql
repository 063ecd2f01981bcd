GRANT SELECT, INSERT ON tiltak_prinsipp TO hp_web;
GRANT SELECT ON tiltak_prinsipp TO hp_worker;
