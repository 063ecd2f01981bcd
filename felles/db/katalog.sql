-- What stands in the database, one row a thing: its name, and how PostgreSQL itself writes it.
WITH vaare AS (
    SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'vern')
), tabell AS (
    SELECT c.* FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM vaare) AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
), funksjon AS (
    SELECT p.* FROM pg_proc p WHERE p.pronamespace IN (SELECT oid FROM vaare)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
), rett (til, paa, acl, eier) AS (
    SELECT 'tabell', c.oid::regclass::text, c.relacl, c.relowner FROM tabell c
    UNION ALL
    SELECT 'kolonne', c.oid::regclass || '.' || a.attname, a.attacl, c.relowner
    FROM tabell c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    UNION ALL
    SELECT 'funksjon', p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
    FROM funksjon p
    UNION ALL
    SELECT 'skjema', n.nspname, n.nspacl, n.nspowner FROM pg_namespace n WHERE n.nspname IN ('public', 'vern', 'sok')
)
SELECT 'funksjon ' || p.oid::regprocedure, pg_get_functiondef(p.oid) || ' eies av ' || pg_get_userbyid(p.proowner)
FROM funksjon p
UNION ALL
SELECT 'policy ' || p.tablename || '.' || p.policyname,
    concat_ws(' ', p.permissive, p.cmd, 'TO', p.roles, 'USING', p.qual, 'WITH CHECK', p.with_check)
FROM pg_policies p WHERE p.schemaname IN ('public', 'vern')
UNION ALL
SELECT 'utløser ' || t.tgrelid::regclass || '.' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
FROM pg_trigger t JOIN tabell c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT 'vegg ' || c.oid::regclass, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity)
FROM tabell c WHERE c.relrowsecurity OR c.relforcerowsecurity
UNION ALL
SELECT concat_ws(' ', 'rett', r.til, r.paa, 'for', CASE WHEN a.grantee = 0 THEN 'alle' ELSE a.grantee::regrole::text END),
    string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN ' videre' ELSE '' END, ', ' ORDER BY a.privilege_type)
FROM rett r, aclexplode(r.acl) a
WHERE a.grantee <> r.eier AND (a.grantee = 0 OR a.grantee::regrole::text = ANY (%s))
GROUP BY r.til, r.paa, a.grantee
UNION ALL
SELECT 'kilde ' || k.tabell, concat_ws('; ', k.nokkel, k.kolonner, k.klokke) FROM vern.kilde k
ORDER BY 1
