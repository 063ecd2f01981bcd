-- Has somebody else opened the case since? May not be known by one who does not lead: then the answer is yes.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.apnet_av_andre(i uuid, siden timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT NOT vern.har_rett(i, 'led') OR EXISTS (
        SELECT FROM vern_innsyn n WHERE n.saker @> ARRAY[i] AND n.bruker <> vern.uid() AND n.tid >= siden)
$$;

REVOKE ALL ON FUNCTION vern.apnet_av_andre FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.apnet_av_andre TO hp_web;
