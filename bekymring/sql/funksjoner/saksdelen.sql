-- May the case part be used? «av»: no leader has approved an assessment of privacy, or the approval is withdrawn, and
-- nothing opens. «utlopt»: the day when it should have been seen anew has come, and nothing new is taken in, while those
-- who get help go on. «pa»: else (R56). The newest approval counts.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.saksdelen() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN f.f IS NULL THEN 'av' WHEN f.f <= vern.dagen() THEN 'utlopt' ELSE 'pa' END
    FROM vern.vurdering_frist() f (f)
$$;

REVOKE ALL ON FUNCTION vern.saksdelen FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.saksdelen TO hp_web;
