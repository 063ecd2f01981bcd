-- Something that grants rest on is changed: consent, ground, party, exception, age, how far the case is or how the
-- person is known. The grants of that case are asked for again, and a case that nothing carries is stopped; a law or a
-- rule about age concerns all cases, and who works where the cases that person came into by it.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.grunn_endret() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE saken uuid;
BEGIN
    IF TG_TABLE_NAME = 'bekymring_sak' THEN
        IF NEW.tilstand IN ('stanset', 'avsluttet', 'overfort', 'sperret') THEN
            PERFORM vern.avslutt_forlop(NEW.id, NEW.tilstand);
        END IF;
        PERFORM vern.prov_tilganger(NEW.id);
        IF NEW.tilstand = OLD.tilstand THEN  -- another age, or a name: the step itself may have lost its ground
            PERFORM vern.stans_uten_grunnlag(NEW.id);
        END IF;
    ELSIF TG_TABLE_NAME IN ('bekymring_hjemmel', 'bekymring_samtykkeregel') THEN
        FOR saken IN
            SELECT DISTINCT t.sak_id FROM bekymring_tilgang t
            WHERE t.formal <> '' AND t.rett <> 'se' AND vern.varer(t.til)
        LOOP
            PERFORM vern.prov_tilganger(saken);
            PERFORM vern.stans_uten_grunnlag(saken);
        END LOOP;
    ELSIF TG_TABLE_NAME = 'samarbeid_tilknytning' THEN
        FOR saken IN
            SELECT DISTINCT t.sak_id FROM bekymring_tilgang t
            WHERE t.user_id = OLD.bruker_id AND t.sted_id = OLD.aktor_id AND vern.varer(t.til)
        LOOP
            PERFORM vern.prov_tilganger(saken);
            PERFORM vern.si_fra_om_rester(saken);
        END LOOP;
    ELSE
        PERFORM vern.prov_tilganger(coalesce(NEW.sak_id, OLD.sak_id));
        IF TG_TABLE_NAME = 'bekymring_delingsgrunnlag' AND TG_OP = 'INSERT' THEN
            RETURN NULL;  -- one more ground stops nothing, and the others it comes with are not there yet
        END IF;
        PERFORM vern.stans_uten_grunnlag(coalesce(NEW.sak_id, OLD.sak_id));
    END IF;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.grunn_endret FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.grunn_endret TO hp_owner;
