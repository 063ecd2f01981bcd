-- Django's, allauth's and guardian's own tables. Sessions lie in brukere_okt, so django_session is closed.

GRANT SELECT ON account_emailaddress TO hp_web;
GRANT SELECT ON auth_group TO hp_web;
GRANT SELECT ON auth_group_permissions TO hp_web;
GRANT SELECT ON auth_permission TO hp_web, hp_worker, hp_vokter;
GRANT SELECT ON django_content_type TO hp_web, hp_worker, hp_vokter;
GRANT SELECT ON django_migrations TO hp_web, hp_worker;
GRANT SELECT ON guardian_groupobjectpermission TO hp_web;
GRANT SELECT ON guardian_userobjectpermission TO hp_web;
