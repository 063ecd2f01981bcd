GRANT SELECT, INSERT ON tiltak_statusvurdering TO hp_web;
GRANT SELECT ON tiltak_statusvurdering TO hp_worker;
