-- A responsibility that has ended stands as it ended.

CREATE FUNCTION vern.avsluttet_ansvar_star() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
    RAISE check_violation USING MESSAGE = 'ansvar som er avsluttet, endres ikke', CONSTRAINT = 'ansvar_avsluttet_star';
END
$$;

REVOKE ALL ON FUNCTION vern.avsluttet_ansvar_star FROM PUBLIC;
