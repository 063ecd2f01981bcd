-- What a report rests on lies under the same tiltak as the report.

CREATE FUNCTION vern.bevis_i_samme_tiltak() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
    IF (SELECT r.tiltak_id FROM tiltak_statusrapport r WHERE r.id = NEW.rapport_id) IS DISTINCT FROM coalesce(
        (SELECT a.tiltak_id FROM tiltak_aktivitet a WHERE a.id = NEW.aktivitet_id),
        (SELECT v.tiltak_id FROM tiltak_vedtak v WHERE v.id = NEW.vedtak_id),
        (SELECT i.tiltak_id FROM tiltak_maling m JOIN tiltak_indikator i ON i.id = m.indikator_id
         WHERE m.id = NEW.maling_id),
        (SELECT l.tiltak_id FROM tiltak_lenke l WHERE l.id = NEW.lenke_id),
        (SELECT f.tiltak_id FROM tiltak_vedlegg f WHERE f.id = NEW.vedlegg_id)) THEN
        RAISE check_violation USING MESSAGE = 'det en status bygger på, ligger under det samme tiltaket',
            CONSTRAINT = 'statusbevis_i_samme_tiltak';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.bevis_i_samme_tiltak FROM PUBLIC;
