-- Who does the step the case is at, and what a ground must cover them for: the leader of the group until it has
-- concluded, then those who got something to do, who holds the planned conversation, and each running relation.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.utforere(i uuid) RETURNS TABLE (bruker bigint, formal text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH sak AS (
        SELECT s.tilstand, s.kjernegruppe_id, s.saksansvarlig_id FROM bekymring_sak s WHERE s.id = i
    ), alle AS (
        SELECT m.bruker_id AS bruker, 'kjernegruppe' AS formal
        FROM sak JOIN bekymring_medlemskap m ON m.gruppe_id = sak.kjernegruppe_id
        WHERE sak.tilstand IN ('henvist', 'pa_saksliste') AND m.rolle = 'leder' AND vern.gjelder(m.fra, m.til)
        UNION
        SELECT k.ansvarlig_id, CASE k.type WHEN 'samtale' THEN 'samtale' ELSE 'kjernegruppe' END
        FROM sak JOIN bekymring_konklusjon k ON k.sak_id = i
        WHERE sak.tilstand = 'konkludert' AND k.post_id = (
            SELECT n.post_id FROM bekymring_konklusjon n WHERE n.sak_id = i ORDER BY n.tid DESC, n.id LIMIT 1)
        UNION
        SELECT siste.forer_id, 'samtale' FROM sak, LATERAL (
            SELECT m.forer_id FROM bekymring_samtale m WHERE m.sak_id = i ORDER BY m.tid DESC, m.id LIMIT 1) siste
        WHERE sak.tilstand = 'samtale'
        UNION
        SELECT f.mentor_id, 'mentor' FROM sak JOIN bekymring_mentorforlop f ON f.sak_id = i
        WHERE sak.tilstand IN ('konkludert', 'samtale', 'tiltak_pagar', 'evaluering') AND f.tilstand <> 'avsluttet'
        UNION
        SELECT g.koordinator_id, 'ansvarsgruppe' FROM sak JOIN bekymring_ansvarsgruppe g ON g.sak_id = i
        WHERE sak.tilstand IN ('konkludert', 'samtale', 'tiltak_pagar', 'evaluering') AND g.avsluttet IS NULL
    )
    SELECT alle.bruker, alle.formal FROM alle, sak
    WHERE alle.bruker IS DISTINCT FROM sak.saksansvarlig_id OR alle.formal = 'ansvarsgruppe'
$$;

REVOKE ALL ON FUNCTION vern.utforere FROM PUBLIC;
