-- Who is kept out: for who leads and for the personvernombud. The members learn nothing of it.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.sperrer(i uuid) RETURNS TABLE(bruker bigint, grunn text, satt_av bigint, fra timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT s.bruker_id, s.grunn::text, s.satt_av_id, s.fra FROM bekymring_sperre s
    WHERE s.sak_id = i AND vern.varer(s.til)
      AND (vern.har_rett(i, 'led') OR vern.har_rolle('personvernombud'))
    ORDER BY s.fra, s.id
$$;

REVOKE ALL ON FUNCTION vern.sperrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sperrer TO hp_web;
