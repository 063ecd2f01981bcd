-- The assessment of privacy the case part rests on (R56). Registered by the personvernombud, unapproved; approved by the
-- leader, who is another person, and withdrawn by the leader. Those logged in may read that it is there.
GRANT SELECT, INSERT, UPDATE (godkjent_av_id, godkjent, godkjent_til, trukket_av_id, trukket)
ON bekymring_personvernvurdering TO hp_web;
GRANT SELECT ON bekymring_personvernvurdering TO hp_vokter;

ALTER TABLE bekymring_personvernvurdering ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_personvernvurdering FOR SELECT TO hp_web USING ((SELECT vern.uid()) IS NOT NULL);

CREATE POLICY ny ON bekymring_personvernvurdering FOR INSERT TO hp_web
    WITH CHECK (
        registrert_av_id = (SELECT vern.uid()) AND godkjent_av_id IS NULL AND trukket IS NULL
        AND (SELECT vern.har_rolle('personvernombud'))
    );

CREATE POLICY godkjenn ON bekymring_personvernvurdering FOR UPDATE TO hp_web
    USING (trukket IS NULL AND (SELECT vern.har_rolle('radmann')))
    WITH CHECK (
        godkjent_av_id = (SELECT vern.uid()) AND trukket IS NULL
        OR trukket_av_id = (SELECT vern.uid()) AND trukket IS NOT NULL
    );

CREATE POLICY vokter ON bekymring_personvernvurdering FOR SELECT TO hp_vokter USING (true);

CREATE TRIGGER historikk AFTER INSERT OR UPDATE OR DELETE ON bekymring_personvernvurdering
FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('bekymring_historicalpersonvernvurdering');

GRANT SELECT ON bekymring_historicalpersonvernvurdering TO hp_web;
GRANT INSERT ON bekymring_historicalpersonvernvurdering TO hp_vokter;

ALTER TABLE bekymring_historicalpersonvernvurdering ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_historicalpersonvernvurdering FOR SELECT TO hp_web
    USING ((SELECT vern.har_rolle('personvernombud')) OR (SELECT vern.har_rolle('radmann')));

CREATE POLICY skriv ON bekymring_historicalpersonvernvurdering FOR INSERT TO hp_vokter WITH CHECK (true);
