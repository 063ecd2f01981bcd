-- Not ended: of a bar, which holds from the moment it is there, and of what is about to be ended or lengthened.

CREATE FUNCTION vern.varer(til timestamptz, naar timestamptz DEFAULT statement_timestamp()) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT til IS NULL OR til > naar
$$;

REVOKE ALL ON FUNCTION vern.varer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.varer TO hp_web, hp_vokter;
