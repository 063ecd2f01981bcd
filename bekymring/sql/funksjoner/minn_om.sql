-- Thirty days before the ground of the step runs out, and before a day that changes who must consent (R6, R17): whoever
-- has the case is told once.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.minn_om(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE slutt timestamptz; dag date;
BEGIN
    SELECT min(vern.dekkes_til(i, u.bruker, u.formal)) INTO slutt FROM vern.utforere(i) u;
    IF slutt < statement_timestamp() + interval '30 days' THEN
        PERFORM vern.si_fra(i, vern.koordinator_for(i), 'gar_ut', NULL, slutt);
    END IF;
    dag := vern.neste_bursdag(i, vern.dagen());
    IF dag <= vern.dagen() + 30 THEN
        PERFORM vern.si_fra(i, vern.koordinator_for(i), 'fyller', NULL, dag::timestamp AT TIME ZONE 'Europe/Oslo');
    END IF;
END
$$;

REVOKE ALL ON FUNCTION vern.minn_om FROM PUBLIC;
