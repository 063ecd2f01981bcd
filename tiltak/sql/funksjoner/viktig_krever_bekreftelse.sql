-- A report on an important tiltak waits for somebody's yes.

CREATE FUNCTION vern.viktig_krever_bekreftelse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
    IF NEW.krever <> 'bekreftelse' AND (SELECT t.viktig FROM tiltak_tiltak t WHERE t.id = NEW.tiltak_id) THEN
        RAISE check_violation USING MESSAGE = 'et viktig tiltak er gjennomført når en annen person bekrefter det',
            CONSTRAINT = 'statusrapport_viktig_krever_bekreftelse';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.viktig_krever_bekreftelse FROM PUBLIC;
