GRANT SELECT ON brukere_bruker_user_permissions TO hp_web;
