GRANT SELECT, INSERT ON tiltak_mulighendelse TO hp_web;
GRANT SELECT ON tiltak_mulighendelse TO hp_worker;
