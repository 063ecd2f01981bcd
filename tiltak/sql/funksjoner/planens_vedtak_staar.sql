-- The web writes decisions under a tiltak. Those of the adopted document are the owner's, except the adoption of an
-- edition, which has a case number.

CREATE FUNCTION vern.planens_vedtak_staar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'vedtak som planen viser til, skrives bare av eieren';
END
$$;

REVOKE ALL ON FUNCTION vern.planens_vedtak_staar FROM PUBLIC;
