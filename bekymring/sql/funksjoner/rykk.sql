-- The sort key of each reader's list. A change in a zone moves the case only for those who hold the zone.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.rykk() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_TABLE_NAME = 'bekymring_sak' THEN
        UPDATE bekymring_tilgang t
        SET sist_endret = CASE TG_OP WHEN 'INSERT' THEN NEW.sist_endret
                               ELSE greatest(t.sist_endret, NEW.sist_endret) END
        WHERE t.sak_id = NEW.id AND t.rett = 'se';
    ELSIF NEW.sone IN ('register', 'felles') THEN
        UPDATE bekymring_sak s SET sist_endret = NEW.tid WHERE s.id = NEW.sak_id AND s.sist_endret < NEW.tid;
    ELSE
        UPDATE bekymring_tilgang t SET sist_endret = NEW.tid
        WHERE t.sak_id = NEW.sak_id AND t.rett = 'se' AND t.sist_endret < NEW.tid AND EXISTS (
            SELECT FROM bekymring_tilgang z
            WHERE z.sak_id = t.sak_id AND z.user_id = t.user_id AND z.rett = 'les' AND z.sone = NEW.sone
              AND vern.varer(z.til));
    END IF;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION vern.rykk FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.rykk TO hp_owner;
