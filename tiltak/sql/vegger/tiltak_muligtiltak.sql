GRANT SELECT, INSERT ON tiltak_muligtiltak TO hp_web;
GRANT SELECT ON tiltak_muligtiltak TO hp_worker;
