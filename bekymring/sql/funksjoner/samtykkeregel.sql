-- Whose consent is asked for in a case on a day, for this kind of information: the rule of the age span, or of the
-- years within it where the birthday is known (R16). No row: no rule holds, and nothing is covered.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.samtykkeregel(i uuid, hva text, dag date) RETURNS TABLE (selv boolean, foresatte boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT r.selv, r.foresatte FROM bekymring_samtykkeregel r
    WHERE r.aldersspenn = vern.aldersspenn(i, dag) AND r.art = CASE hva WHEN 'helse' THEN 'helse' ELSE 'saerlig' END
      AND vern.gjelder(r.gyldig_fra, r.gyldig_til, dag) AND (r.under IS NULL OR dag < vern.fyller(i, r.under))
    ORDER BY r.under NULLS LAST, r.gyldig_fra DESC LIMIT 1
$$;

REVOKE ALL ON FUNCTION vern.samtykkeregel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.samtykkeregel TO hp_web;
