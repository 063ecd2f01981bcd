-- One of the two asks: for what, which parts, for whom, how many days, and why, encrypted (AES-GCM adds 29 bytes to
-- a text: twenty signs are a reason). One question at a time for a case; what nobody answered in two weeks is over.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.be_om_gjenapning(
    n uuid, i uuid, hvorfor text, deler text[], hvem bigint, dogn integer, lukket bytea
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE meg bigint := vern.uid();
BEGIN
    IF meg IS NULL OR NOT vern.kan_gjenapne(i, meg) OR NOT vern.er_lukket(i) OR octet_length(lukket) < 49
       OR NOT vern.kan_lese_gjenapnet(i, hvem, hvorfor, deler) THEN
        RAISE EXCEPTION 'kan ikke be om gjenåpning' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE bekymring_gjenapning g SET avsluttet = statement_timestamp()
    WHERE g.sak_id = i AND g.avgjort IS NULL AND g.avsluttet IS NULL
      AND g.bedt < statement_timestamp() - interval '14 days';
    INSERT INTO bekymring_gjenapning (id, sak_id, nummer, formal, soner, leser_id, dager, begrunnelse, bedt_av_id, bedt)
    SELECT n, i, s.nummer, hvorfor, deler, hvem, dogn, lukket, meg, statement_timestamp()
    FROM bekymring_sak s WHERE s.id = i;
END
$$;

REVOKE ALL ON FUNCTION vern.be_om_gjenapning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.be_om_gjenapning TO hp_web;
