-- An edition comes after the one it replaces, both by year and by the day it was adopted.

CREATE FUNCTION vern.utgave_etter_forrige() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
    IF NEW.vedtatt_dato IS NULL OR EXISTS (
        SELECT FROM public.tiltak_plan p WHERE p.id = NEW.erstatter_id AND (
            p.utgave >= NEW.utgave OR coalesce(p.vedtatt_dato, make_date(p.utgave, 1, 1)) > NEW.vedtatt_dato)
    ) THEN
        RAISE check_violation
            USING MESSAGE = 'utgaven kommer ikke etter den forrige', CONSTRAINT = 'plan_etter_forrige';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.utgave_etter_forrige FROM PUBLIC;
