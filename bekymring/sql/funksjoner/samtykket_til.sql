-- Until when everybody who must consent on a day has consented; NULL when one of them has not.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.samtykket_til(
    i uuid, sted bigint, hvem bigint, hva text, formaal text, dag date
) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN bool_and(g.til IS NOT NULL) THEN min(g.til) END
    FROM vern.givere(i, sted, hvem, hva, formaal, dag) g
$$;

REVOKE ALL ON FUNCTION vern.samtykket_til FROM PUBLIC;
