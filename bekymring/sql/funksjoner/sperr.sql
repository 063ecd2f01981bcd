-- A closed case is sealed: nobody reads it from now on, the koordinator included (R49).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.sperr(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE sak record;
BEGIN
    SELECT s.tilstand, s.saksansvarlig_id INTO sak FROM bekymring_sak s WHERE s.id = i;
    INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
    SELECT gen_random_uuid(), i, 'felles', 'sperret', sak.tilstand, 'sperret', a.a, statement_timestamp()
    FROM (SELECT coalesce(vern.uid(), sak.saksansvarlig_id, vern.leder_av(i), min(h.av_id)) AS a
          FROM bekymring_hendelse h WHERE h.sak_id = i) a;
    UPDATE bekymring_sak SET tilstand = 'sperret', frist = NULL, versjon = versjon + 1,
        sist_endret = statement_timestamp() WHERE id = i;
END
$$;

REVOKE ALL ON FUNCTION vern.sperr FROM PUBLIC;
