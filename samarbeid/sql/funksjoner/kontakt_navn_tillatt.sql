-- R60: never a name in a faith community; in a voluntary organisation only with the person's own yes.

CREATE FUNCTION vern.kontakt_navn_tillatt() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
DECLARE
    aktortype text;
BEGIN
    SELECT a.type INTO aktortype FROM public.samarbeid_aktor a WHERE a.id = NEW.aktor_id;
    IF NEW.navn <> '' AND aktortype = 'trossamfunn' THEN
        RAISE check_violation USING MESSAGE = 'kontakt i trossamfunn kan ikke ha navn',
            CONSTRAINT = 'kontakt_uten_navn';
    END IF;
    IF NEW.navn <> '' AND aktortype IN ('frivillig', 'annet') AND NEW.samtykke_dato IS NULL THEN
        RAISE check_violation USING MESSAGE = 'navn trenger samtykke', CONSTRAINT = 'kontakt_navn_med_samtykke';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.kontakt_navn_tillatt FROM PUBLIC;
