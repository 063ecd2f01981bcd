-- A case whose step no ground carries any longer is stopped, in the transaction that ended the ground, or by the job
-- that looks at the clock. What each step needs a ground for stands here and nowhere else.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.stans_uten_grunnlag(i uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE sak record; trengs text[];
BEGIN
    SELECT s.tilstand, s.saksansvarlig_id INTO sak FROM bekymring_sak s WHERE s.id = i;
    trengs := CASE
        WHEN sak.tilstand IN ('henvist', 'pa_saksliste', 'konkludert') THEN ARRAY['kjernegruppe']
        WHEN sak.tilstand = 'samtale' THEN ARRAY['samtale']
        WHEN sak.tilstand IN ('tiltak_pagar', 'evaluering') THEN ARRAY['ansvarsgruppe', 'mentor']
    END;
    IF trengs IS NULL OR vern.har_grunnlag(i, trengs) THEN
        RETURN false;
    END IF;
    UPDATE bekymring_sak SET tilstand = 'stanset', frist = NULL, versjon = versjon + 1,
        sist_endret = statement_timestamp() WHERE id = i;
    INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
    SELECT gen_random_uuid(), i, 'felles', 'stanset', sak.tilstand, 'stanset', a.a, statement_timestamp()
    FROM (SELECT coalesce(vern.uid(), sak.saksansvarlig_id, vern.leder_av(i)) AS a) a;
    RETURN true;
END
$$;

REVOKE ALL ON FUNCTION vern.stans_uten_grunnlag FROM PUBLIC;
