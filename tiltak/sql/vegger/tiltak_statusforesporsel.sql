GRANT SELECT, INSERT ON tiltak_statusforesporsel TO hp_web;
GRANT SELECT ON tiltak_statusforesporsel TO hp_worker;
