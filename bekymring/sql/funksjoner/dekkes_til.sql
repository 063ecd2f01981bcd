-- Until when is what this person does in the case covered? Where they work, or worked when it was given to them: a task
-- that is left because somebody is gone or kept out still has its ground, and another may take it on. A group that the
-- koordinator of the case leads rests on the consent to the group: she needs none for herself.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.dekkes_til(i uuid, hvem bigint, formaal text) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN formaal = 'ansvarsgruppe' AND EXISTS (
            SELECT FROM bekymring_sak s WHERE s.id = i AND s.saksansvarlig_id = hvem)
        THEN vern.noe_dekker_til(i, formaal)
        ELSE (
            SELECT max(vern.dekket_til(i, s.sted, CASE WHEN vern.er_sperret(i, hvem) THEN NULL ELSE hvem END,
                                       'uten_navn', formaal))
            FROM (
                SELECT k.aktor_id FROM samarbeid_tilknytning k
                WHERE k.bruker_id = hvem AND vern.gjelder(k.fra, k.til)
                UNION
                SELECT t.sted_id FROM bekymring_tilgang t
                WHERE t.sak_id = i AND t.user_id = hvem AND t.formal = formaal
                UNION
                SELECT NULL::bigint
            ) s (sted)
        ) END
$$;

REVOKE ALL ON FUNCTION vern.dekkes_til FROM PUBLIC;
