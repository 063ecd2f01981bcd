-- A birthday acts by itself (R17): on the first day of the next age span the case gets that age, and with it whose
-- consent counts. Both rows in one statement, so that nothing is asked for at an age the person never had. A child's
-- next day is kept, since the next birthday changes it again; an adult's is forgotten.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.folg_alderen() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE saken uuid;
BEGIN
    FOR saken IN
        SELECT g.sak_id FROM bekymring_aldersgrense g JOIN bekymring_sak s ON s.id = g.sak_id
        WHERE g.dato <= vern.dagen() AND s.tilstand NOT IN ('avsluttet', 'overfort', 'sperret')
        FOR UPDATE OF s SKIP LOCKED
    LOOP
        PERFORM vern.skriv_hendelse(saken, 'alder');
        WITH passert AS (
            UPDATE bekymring_aldersgrense g SET dato = (g.dato + CASE s.aldersspenn WHEN 'under_10' THEN interval '3 years'
                WHEN '10_12' THEN interval '3 years' WHEN '13_15' THEN interval '2 years' END)::date
            FROM bekymring_sak s WHERE g.sak_id = saken AND s.id = saken RETURNING g.sak_id
        )
        UPDATE bekymring_sak s SET aldersspenn = vern.aldersspenn(s.id, vern.dagen()), versjon = s.versjon + 1
        FROM passert WHERE s.id = passert.sak_id;
        PERFORM vern.si_fra(saken, vern.koordinator_for(saken), 'fylt', NULL, statement_timestamp());
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION vern.folg_alderen FROM PUBLIC;
