-- What happened in cases, by zone; the register's own line for all who see the line. Sealed like the read log (ADR
-- 10).

GRANT SELECT, INSERT ON bekymring_hendelse TO hp_web;
GRANT SELECT (id, sone, art, fra, til, tid, av_id, sak_id, tekst_id, xid), INSERT (id, sone, art, fra, til, tid,
    av_id, sak_id) ON bekymring_hendelse TO hp_vokter;
GRANT SELECT (art, tid, sak_id) ON bekymring_hendelse TO hp_stat;

ALTER TABLE bekymring_hendelse ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY register ON bekymring_hendelse FOR SELECT TO hp_web
    USING (sone = 'register' AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = bekymring_hendelse.sak_id));

CREATE POLICY les ON bekymring_hendelse FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_hendelse.sak_id AND t.rett = 'les' AND t.sone = bekymring_hendelse.sone
        )
    );

CREATE POLICY skriv ON bekymring_hendelse FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_hendelse.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_hendelse.sone
        )
    );

CREATE POLICY skriv_register ON bekymring_hendelse FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid()) AND sone = 'register'
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_hendelse.sak_id AND t.rett IN ('led', 'skriv')
        )
    );

CREATE POLICY stat ON bekymring_hendelse FOR SELECT TO hp_stat USING (true);

CREATE POLICY forsegl ON bekymring_hendelse FOR SELECT TO hp_vokter USING (true);

CREATE POLICY forsegl_xid ON bekymring_hendelse AS RESTRICTIVE FOR INSERT TO hp_web
    WITH CHECK (xid = pg_current_xact_id()::text::bigint);

CREATE POLICY vokter ON bekymring_hendelse FOR INSERT TO hp_vokter
    WITH CHECK (
        art IN ('nodtilgang', 'stanset', 'samtale_avlyst', 'sperret', 'mentor_slutt', 'ansvarsgruppe_slutt', 'alder',
            'gjenapnet')
        AND tekst_id IS NULL
    );

CREATE POLICY deling_ny ON bekymring_hendelse FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid()) AND art = 'delt' AND tekst_id IS NULL AND vern.egen_deling(id, sak_id, sone)
    );

CREATE TRIGGER rykk AFTER INSERT ON bekymring_hendelse FOR EACH ROW EXECUTE FUNCTION vern.rykk();

INSERT INTO vern.kilde (tabell, nokkel, kolonner, klokke) VALUES
    ('bekymring_hendelse', 'id', 'sak_id, sone, art, fra, til, av_id, tid, tekst_id', NULL);
