-- Who orders, who carries out, who reads. The worker changes the state of a job and nothing else about it: column
-- rights keep it from pointing a job at another user.

GRANT SELECT, INSERT ON rapport_jobb TO hp_web;
GRANT SELECT, UPDATE (tilstand, forsok, lease, steg, feilkode, ferdig) ON rapport_jobb TO hp_worker;

ALTER TABLE rapport_jobb ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON rapport_jobb FOR SELECT TO hp_web
    USING (EXISTS (SELECT FROM rapport_rapport r WHERE r.id = rapport_jobb.rapport_id));

CREATE POLICY ny ON rapport_jobb FOR INSERT TO hp_web
    WITH CHECK (
        ((SELECT vern.har_rolle('koordinator')) OR (SELECT vern.har_rolle('radmann')))
        AND bestilt_av_id = (SELECT vern.uid()) AND tilstand = 'ventende' AND forsok = 0 AND lease IS NULL
    );

CREATE POLICY ko ON rapport_jobb FOR SELECT TO hp_worker USING (true);

CREATE POLICY arbeid ON rapport_jobb FOR UPDATE TO hp_worker USING (true);
