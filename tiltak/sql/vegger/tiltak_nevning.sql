GRANT SELECT, INSERT, UPDATE (lest_tid) ON tiltak_nevning TO hp_web;
