-- Is the case closed, handed over or sealed? Then it is read by nobody but those whom two people have let in (R49).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.er_lukket(i uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM bekymring_sak s
                   WHERE s.id = i AND s.tilstand IN ('avsluttet', 'overfort', 'sperret'))
$$;

REVOKE ALL ON FUNCTION vern.er_lukket FROM PUBLIC;
