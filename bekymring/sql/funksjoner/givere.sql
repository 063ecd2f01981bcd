-- Who must have consented, and until when each has: one row for each party that the age asks for, `til` empty where a
-- consent is missing, `part` empty where the party itself is not registered. Counted among consents that name this
-- recipient, kind and purpose; consents to others do not help (R16, R20). A guardian whose consent is set aside by law,
-- reason and a second person counts until the day it is seen anew (R18). In family guidance the one who gets it
-- consents, for themselves.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.givere(
    i uuid, sted bigint, hvem bigint, hva text, formaal text, dag date
) RETURNS TABLE (part uuid, type text, til timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH regel AS (
        SELECT r.selv, r.foresatte, false AS familie FROM vern.samtykkeregel(i, hva, dag) r
        UNION ALL
        SELECT false, false, true FROM bekymring_sak s WHERE s.id = i AND s.modus = 'familie'
    ), typer AS (
        SELECT t.type FROM regel r,
            LATERAL (VALUES ('selv', r.selv), ('foresatt', r.foresatte), ('familie', r.familie)) t (type, kreves)
        WHERE t.kreves
    ), gitt AS (
        SELECT k.part_id, max(g.til) AS til
        FROM bekymring_delingsgrunnlag g JOIN bekymring_samtykke k ON k.id = g.samtykke_id
        WHERE g.sak_id = i AND k.trukket IS NULL AND k.avlost IS NULL AND vern.gjelder(g.fra, g.til)
          AND (k.form = 'skriftlig' OR formaal NOT IN ('ansvarsgruppe', 'mentor'))
          AND vern.grunnlag_navner(g, sted, hvem, hva, formaal)
        GROUP BY k.part_id
        UNION ALL
        SELECT u.part_id, max(u.til) FROM bekymring_foresattunntak u JOIN bekymring_hjemmel h ON h.id = u.hjemmel_id
        WHERE u.sak_id = i AND vern.gjelder(u.fra, u.til) AND u.bekreftet_av_id IS NOT NULL AND vern.hjemmel_gjelder(h)
          AND h.for_unntak
        GROUP BY u.part_id
    )
    SELECT p.id, t.type, (SELECT max(g.til) FROM gitt g WHERE g.part_id = p.id)
    FROM typer t LEFT JOIN bekymring_part p ON p.sak_id = i AND p.type = t.type AND vern.varer(p.til)
$$;

REVOKE ALL ON FUNCTION vern.givere FROM PUBLIC;
