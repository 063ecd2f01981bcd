-- Bytes are written once. What is taken away is emptied, and stays so.

CREATE FUNCTION vern.vedlegg_skrives_en_gang() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'innholdet i et vedlegg kan bare tas bort';
END
$$;

REVOKE ALL ON FUNCTION vern.vedlegg_skrives_en_gang FROM PUBLIC;
