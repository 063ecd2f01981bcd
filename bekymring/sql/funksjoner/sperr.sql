-- A closed case is sealed: nobody reads it from now on, the koordinator included (R49).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.sperr(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE sak record;
BEGIN
    SELECT s.tilstand, s.saksansvarlig_id INTO sak FROM bekymring_sak s WHERE s.id = i;
    PERFORM vern.skriv_hendelse(i, 'sperret', sak.tilstand, 'sperret');
    UPDATE bekymring_sak SET tilstand = 'sperret', frist = NULL, versjon = versjon + 1,
        sist_endret = statement_timestamp() WHERE id = i;
END
$$;

REVOKE ALL ON FUNCTION vern.sperr FROM PUBLIC;
