-- A deadline comes after the adoption.

CREATE FUNCTION vern.frist_etter_vedtak() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
    IF NEW.frist < (SELECT coalesce(p.vedtatt_dato, make_date(p.utgave, 1, 1)) FROM tiltak_plan p
                    JOIN tiltak_tiltak t ON t.plan_id = p.id WHERE t.id = NEW.tiltak_id) THEN
        RAISE check_violation USING MESSAGE = 'fristen er før planen ble vedtatt', CONSTRAINT = 'frist_etter_vedtak';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION vern.frist_etter_vedtak FROM PUBLIC;
