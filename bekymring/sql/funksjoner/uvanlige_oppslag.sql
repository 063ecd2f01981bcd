-- Look-ups out of the ordinary, waiting or reviewed, for the personvernombud.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.uvanlige_oppslag(
    vurderte boolean, antall integer, eldre_enn bigint
) RETURNS TABLE(
    id bigint, tid timestamptz, bruker bigint, utsnitt text, soner text[], saker text[], regler text[],
    vurdert timestamptz, vurdert_av bigint, merknad text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT v.innsyn, v.tid, v.bruker, n.utsnitt::text, n.soner::text[],
        ARRAY(SELECT s.nummer::text || ' ' || s.ref FROM bekymring_sak s WHERE s.id = ANY (n.saker)),
        v.regler::text[], v.vurdert, v.vurdert_av, v.merknad::text
    FROM vern_oppslagsvurdering v JOIN vern_innsyn n ON n.id = v.innsyn
    WHERE vern.har_rolle('personvernombud') AND (v.vurdert IS NOT NULL) = vurderte
      AND (eldre_enn IS NULL OR v.innsyn < eldre_enn)
    ORDER BY v.innsyn DESC LIMIT least(antall, 1000)
$$;

REVOKE ALL ON FUNCTION vern.uvanlige_oppslag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.uvanlige_oppslag TO hp_web;
