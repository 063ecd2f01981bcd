-- Only a case that nobody leads, and only by who is koordinator now and not barred. A closed one is left as it is.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.overta_sak(i uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid();
BEGIN
    IF NOT vern.har_rolle('koordinator') OR vern.er_sperret(i, meg) OR vern.leder_av(i) IS NOT NULL OR vern.er_lukket(i)
       OR NOT EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i) THEN
        RAISE EXCEPTION 'kan ikke overta saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM vern.gi_en(i, meg, 'led', '', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(i, meg, 'les', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(i, meg, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.forny_se(i, meg, meg);
END
$$;

REVOKE ALL ON FUNCTION vern.overta_sak FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.overta_sak TO hp_web;
