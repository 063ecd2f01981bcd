-- R60 the other way round: a partner with named contacts cannot become a faith community.

CREATE FUNCTION vern.aktor_type_tillatt() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
    IF NEW.type = 'trossamfunn' AND EXISTS (
        SELECT FROM public.samarbeid_kontaktrolle k WHERE k.aktor_id = NEW.id AND k.navn <> ''
    ) THEN
        RAISE check_violation USING MESSAGE = 'aktøren har kontakter med navn', CONSTRAINT = 'aktor_type_uten_navn';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.aktor_type_tillatt FROM PUBLIC;
