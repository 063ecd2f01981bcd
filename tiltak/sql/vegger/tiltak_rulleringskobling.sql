GRANT SELECT, INSERT, UPDATE, DELETE ON tiltak_rulleringskobling TO hp_web;
