-- All confidential text: a row is for those who hold its zone. A copy made by a sharing asks the sharing whether it
-- still holds. hp_vokter has no right here.

GRANT SELECT, INSERT ON bekymring_tekst TO hp_web;

ALTER TABLE bekymring_tekst ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY les ON bekymring_tekst FOR SELECT TO hp_web
    USING (
        EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_tekst.sak_id AND t.rett = 'les' AND t.sone = bekymring_tekst.sone
        )
    );

CREATE POLICY egne ON bekymring_tekst FOR SELECT TO hp_web
    USING (
        av_id = (SELECT vern.uid())
        AND EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_tekst.sak_id AND t.rett = 'egne')
    );

CREATE POLICY signeres ON bekymring_tekst FOR SELECT TO hp_web
    USING (art = 'nodvendighet' AND id = ANY ((SELECT vern.til_signering())::uuid[]));

-- A stopped case is nobody's to read: who has it keeps the line, what happened, and own texts.
CREATE POLICY stanset ON bekymring_tekst AS RESTRICTIVE FOR SELECT TO hp_web
    USING (av_id = (SELECT vern.uid()) OR NOT (sak_id = ANY ((SELECT vern.stansede())::uuid[])));

CREATE POLICY skriv ON bekymring_tekst FOR INSERT TO hp_web
    WITH CHECK (
        av_id = (SELECT vern.uid())
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_tekst.sak_id AND t.rett = 'skriv' AND t.sone = bekymring_tekst.sone
        )
    );

CREATE POLICY identitet_krever_navn ON bekymring_tekst AS RESTRICTIVE FOR INSERT TO hp_web
    WITH CHECK (
        sone <> 'identitet' OR EXISTS (SELECT FROM bekymring_sak s WHERE s.id = sak_id AND s.modus = 'identifisert')
    );

-- Chosen texts, and no other text of the zone.
CREATE POLICY delt ON bekymring_tekst FOR SELECT TO hp_web
    USING (
        deling IS NOT NULL
        AND EXISTS (
            SELECT FROM bekymring_tilgang t
            WHERE t.sak_id = bekymring_tekst.sak_id AND t.rett = 'delt' AND t.sone = bekymring_tekst.sone
        )
    );

CREATE POLICY deling_les ON bekymring_tekst AS RESTRICTIVE FOR SELECT TO hp_web
    USING (deling IS NULL OR vern.deling_gjelder(deling));

CREATE POLICY deling_ny ON bekymring_tekst FOR INSERT TO hp_web
    WITH CHECK (av_id = (SELECT vern.uid()) AND deling IS NOT NULL AND vern.egen_deling(deling, sak_id, sone));

CREATE POLICY deling_ekte ON bekymring_tekst AS RESTRICTIVE FOR INSERT TO hp_web
    WITH CHECK (deling IS NULL OR vern.egen_deling(deling, sak_id, sone));

CREATE POLICY personsok ON bekymring_tekst FOR SELECT TO hp_web
    USING (sone = 'identitet' AND art = 'identitet' AND sak_id = ANY ((SELECT vern.personsok_i())::uuid[]));
