-- What is left undone because somebody is out of the case: tasks, a conclusion, a planned conversation, a running
-- relation, a group without a leader, a case without a koordinator. Whoever has the case is told, or the deputy; again
-- each week until somebody has it.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.si_fra_om_rester(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE hvem bigint; uke timestamptz := date_trunc('week', statement_timestamp());
BEGIN
    FOR hvem IN
        SELECT u.bruker FROM vern.utforere(i) u
        WHERE u.formal <> 'mentor' OR EXISTS (
            SELECT FROM bekymring_mentorforlop f WHERE f.sak_id = i AND f.mentor_id = u.bruker AND f.tilstand = 'aktiv')
        UNION
        SELECT o.ansvarlig_id FROM bekymring_oppgave o WHERE o.sak_id = i AND o.gjort IS NULL AND o.overlatt IS NULL
        UNION
        SELECT s.saksansvarlig_id FROM bekymring_sak s WHERE s.id = i
    LOOP
        IF hvem IS NOT NULL AND NOT vern.ser(i, hvem) THEN
            PERFORM vern.si_fra(i, vern.koordinator_for(i), 'oppgave_igjen', hvem, uke);
        END IF;
    END LOOP;
    IF EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i AND s.tilstand IN ('henvist', 'pa_saksliste'))
       AND NOT EXISTS (SELECT FROM vern.utforere(i) u WHERE vern.ser(i, u.bruker)) THEN
        PERFORM vern.si_fra(i, vern.koordinator_for(i), 'uten_leder', NULL, uke);
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.si_fra_om_rester FROM PUBLIC;
