-- A case whose step no ground carries any longer is stopped, in the transaction that ended the ground, or by the job
-- that looks at the clock: nobody who does the step (vern.utforere) is covered for it. Where the step is nobody's, since
-- they have left, a ground for it is enough.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.stans_uten_grunnlag(i uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE fra_tilstand text; trengs text[]; gjor_det bigint; dekket boolean;
BEGIN
    PERFORM vern.avslutt_uten_grunnlag(i);
    SELECT s.tilstand INTO fra_tilstand FROM bekymring_sak s WHERE s.id = i;
    trengs := CASE
        WHEN fra_tilstand IN ('henvist', 'pa_saksliste', 'konkludert') THEN ARRAY['kjernegruppe', 'samtale']
        WHEN fra_tilstand = 'samtale' THEN ARRAY['samtale']
        WHEN fra_tilstand IN ('tiltak_pagar', 'evaluering') THEN '{}'::text[]
    END;
    IF trengs IS NULL THEN
        RETURN false;
    END IF;
    SELECT count(*), coalesce(bool_or(vern.dekkes_til(i, u.bruker, u.formal) IS NOT NULL), false)
    INTO gjor_det, dekket FROM vern.utforere(i) u;
    IF dekket OR gjor_det = 0 AND EXISTS (
        SELECT FROM unnest(trengs) t (t) WHERE vern.noe_dekker_til(i, t.t) IS NOT NULL) THEN
        RETURN false;
    END IF;
    UPDATE bekymring_sak SET tilstand = 'stanset', frist = NULL, versjon = versjon + 1,
        sist_endret = statement_timestamp() WHERE id = i;
    PERFORM vern.skriv_hendelse(i, 'stanset', fra_tilstand, 'stanset');
    PERFORM vern.si_fra(i, vern.koordinator_for(i), 'stanset');
    RETURN true;
END
$$;

REVOKE ALL ON FUNCTION vern.stans_uten_grunnlag FROM PUBLIC;
