-- May this law be used today? In use, within its dates, and approved by a jurist (R2).
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.hjemmel_gjelder(h bekymring_hjemmel) RETURNS boolean
LANGUAGE sql STABLE
AS $$
    SELECT h.aktiv AND h.jurist_godkjent <= vern.dagen()
        AND vern.gjelder(h.gyldig_fra, h.gyldig_til, vern.dagen())
$$;

REVOKE ALL ON FUNCTION vern.hjemmel_gjelder FROM PUBLIC;
