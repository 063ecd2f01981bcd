GRANT SELECT ON brukere_bruker_groups TO hp_web;
