GRANT SELECT, INSERT, UPDATE ON vern_oppslagsvurdering TO hp_vokter;

ALTER TABLE vern_oppslagsvurdering ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY vokter ON vern_oppslagsvurdering FOR ALL TO hp_vokter USING (true);
