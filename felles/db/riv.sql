-- Takes down everything that the files put up again. Nobody sees the moment between: it is one transaction.
DO $riv$
DECLARE ordre text;
BEGIN
    FOR ordre IN
        SELECT format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass) FROM pg_policy p
        UNION ALL
        SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t WHERE NOT t.tgisinternal
        UNION ALL
        SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', c.oid::regclass)
        FROM pg_class c WHERE c.relrowsecurity OR c.relforcerowsecurity
    LOOP
        EXECUTE ordre;
    END LOOP;
    FOR ordre IN  -- after what calls them
        SELECT format('DROP ROUTINE %s', p.oid::regprocedure) FROM pg_proc p
        WHERE p.pronamespace IN ('public'::regnamespace, 'vern'::regnamespace) AND NOT EXISTS (
            SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE ordre;
    END LOOP;
END $riv$;

REVOKE ALL ON ALL TABLES IN SCHEMA public, vern
    FROM PUBLIC, hp_web, hp_worker, hp_logg, hp_innsyn, hp_vokter, hp_stat;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, vern
    FROM PUBLIC, hp_web, hp_worker, hp_logg, hp_innsyn, hp_vokter, hp_stat;
REVOKE ALL ON SCHEMA sok FROM PUBLIC, hp_web, hp_worker, hp_logg, hp_innsyn, hp_vokter, hp_stat;
DELETE FROM vern.kilde;
