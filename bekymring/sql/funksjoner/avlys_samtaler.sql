-- The planned conversation ends for all sides: it stands no longer, the one who was to hold it is told when it was and
-- that the koordinator tells the person, and the koordinator that this is theirs to do.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.avlys_samtaler(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE samtale record;
BEGIN
    FOR samtale IN
        UPDATE bekymring_samtale SET tilstand = 'avlyst', versjon = versjon + 1
        WHERE sak_id = i AND tilstand = 'avtalt' RETURNING forer_id, tid
    LOOP
        PERFORM vern.skriv_hendelse(i, 'samtale_avlyst');
        PERFORM vern.si_fra(i, samtale.forer_id, 'samtale_forer', vern.koordinator_for(i), samtale.tid);
        PERFORM vern.si_fra(i, vern.koordinator_for(i), 'samtale_si_fra', samtale.forer_id, samtale.tid);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION vern.avlys_samtaler FROM PUBLIC;
