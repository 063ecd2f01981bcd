"""Two persons for what is not consent: a law that cannot wait, the jurist's word, the assessment of privacy."""

import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.tid


def loven(apps, schema_editor):
    """Danger to life or health cannot wait for a second person, and may be why a guardian is not asked (R4, R18)."""
    schema_editor.execute("SET LOCAL row_security = on")
    schema_editor.execute("ALTER TABLE bekymring_hjemmel NO FORCE ROW LEVEL SECURITY")
    Hjemmel = apps.get_model("bekymring", "Hjemmel")
    lov = Hjemmel.objects.using(schema_editor.connection.alias).filter(kode="liv_helse")
    lov.update(haster=True, for_unntak=True)


class Migration(migrations.Migration):

    dependencies = [
        ('bekymring', '0005_samtykker'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='delingsgrunnlag',
            name='bekreftes_innen',
            field=models.DateTimeField(blank=True, null=True, verbose_name='gjelder ubekreftet til'),
        ),
        migrations.AddField(
            model_name='historicaldelingsgrunnlag',
            name='bekreftes_innen',
            field=models.DateTimeField(blank=True, null=True, verbose_name='gjelder ubekreftet til'),
        ),
        migrations.AddField(
            model_name='historicalhjemmel',
            name='for_unntak',
            field=models.BooleanField(default=False, verbose_name='kan brukes for å utelate en foresatt'),
        ),
        migrations.AddField(
            model_name='historicalhjemmel',
            name='haster',
            field=models.BooleanField(default=False, verbose_name='kan brukes med en gang når det haster'),
        ),
        migrations.AddField(
            model_name='hjemmel',
            name='for_unntak',
            field=models.BooleanField(default=False, verbose_name='kan brukes for å utelate en foresatt'),
        ),
        migrations.AddField(
            model_name='hjemmel',
            name='haster',
            field=models.BooleanField(default=False, verbose_name='kan brukes med en gang når det haster'),
        ),
        migrations.CreateModel(
            name='HistoricalHjemmelgodkjenning',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('jurist', models.CharField(max_length=120, verbose_name='jurist')),
                ('arkivref', models.CharField(max_length=120, verbose_name='hvor vurderingen ligger')),
                ('dato', models.DateField(verbose_name='vurdert av jurist')),
                ('tid', models.DateTimeField(default=felles.tid.na, verbose_name='registrert')),
                ('bekreftet', models.DateTimeField(blank=True, null=True, verbose_name='bekreftet')),
                ('avsluttet', models.DateTimeField(blank=True, null=True, verbose_name='avsluttet')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('avsluttet_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='avsluttet av')),
                ('bekreftet_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bekreftet av')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('hjemmel', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='bekymring.hjemmel', verbose_name='hjemmel')),
                ('registrert_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registrert av')),
            ],
            options={
                'verbose_name': 'historical juristens godkjenning',
                'verbose_name_plural': 'historical juristens godkjenninger',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPersonvernvurdering',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjonsnr', models.CharField(max_length=20, verbose_name='versjon')),
                ('dato', models.DateField(verbose_name='dato')),
                ('arkivref', models.CharField(max_length=120, verbose_name='hvor vurderingen ligger')),
                ('restrisiko', models.CharField(choices=[('lav', 'Lav nok til å starte'), ('droftet', 'Høy, og drøftet med Datatilsynet')], max_length=10, verbose_name='risiko som er igjen')),
                ('vurderes', models.DateField(verbose_name='vurderes på nytt')),
                ('tid', models.DateTimeField(default=felles.tid.na, verbose_name='registrert')),
                ('godkjent', models.DateTimeField(blank=True, null=True, verbose_name='godkjent')),
                ('godkjent_til', models.DateField(blank=True, null=True, verbose_name='godkjenningen vurderes på nytt')),
                ('trukket', models.DateTimeField(blank=True, null=True, verbose_name='trukket')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('godkjent_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='godkjent av')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('registrert_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registrert av')),
                ('trukket_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='trukket av')),
            ],
            options={
                'verbose_name': 'historical vurdering av personvernet',
                'verbose_name_plural': 'historical vurderinger av personvernet',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Hjemmelgodkjenning',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('jurist', models.CharField(max_length=120, verbose_name='jurist')),
                ('arkivref', models.CharField(max_length=120, verbose_name='hvor vurderingen ligger')),
                ('dato', models.DateField(verbose_name='vurdert av jurist')),
                ('tid', models.DateTimeField(default=felles.tid.na, verbose_name='registrert')),
                ('bekreftet', models.DateTimeField(blank=True, null=True, verbose_name='bekreftet')),
                ('avsluttet', models.DateTimeField(blank=True, null=True, verbose_name='avsluttet')),
                ('avsluttet_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='avsluttet av')),
                ('bekreftet_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bekreftet av')),
                ('hjemmel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='godkjenninger', to='bekymring.hjemmel', verbose_name='hjemmel')),
                ('registrert_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registrert av')),
            ],
            options={
                'verbose_name': 'juristens godkjenning',
                'verbose_name_plural': 'juristens godkjenninger',
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('bekreftet_av__isnull', True), models.Q(('bekreftet_av', models.F('registrert_av')), _negated=True), _connector='OR'), name='hjemmelgodkjenning_to_personer')],
            },
        ),
        migrations.CreateModel(
            name='Personvernvurdering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjonsnr', models.CharField(max_length=20, verbose_name='versjon')),
                ('dato', models.DateField(verbose_name='dato')),
                ('arkivref', models.CharField(max_length=120, verbose_name='hvor vurderingen ligger')),
                ('restrisiko', models.CharField(choices=[('lav', 'Lav nok til å starte'), ('droftet', 'Høy, og drøftet med Datatilsynet')], max_length=10, verbose_name='risiko som er igjen')),
                ('vurderes', models.DateField(verbose_name='vurderes på nytt')),
                ('tid', models.DateTimeField(default=felles.tid.na, verbose_name='registrert')),
                ('godkjent', models.DateTimeField(blank=True, null=True, verbose_name='godkjent')),
                ('godkjent_til', models.DateField(blank=True, null=True, verbose_name='godkjenningen vurderes på nytt')),
                ('trukket', models.DateTimeField(blank=True, null=True, verbose_name='trukket')),
                ('godkjent_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='godkjent av')),
                ('registrert_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registrert av')),
                ('trukket_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='trukket av')),
            ],
            options={
                'verbose_name': 'vurdering av personvernet',
                'verbose_name_plural': 'vurderinger av personvernet',
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('godkjent_av__isnull', True), models.Q(('godkjent_av', models.F('registrert_av')), _negated=True), _connector='OR'), name='personvernvurdering_to_personer'), models.CheckConstraint(condition=models.Q(models.Q(('godkjent__isnull', True), ('godkjent_av__isnull', True), ('godkjent_til__isnull', True)), models.Q(('godkjent__isnull', False), ('godkjent_av__isnull', False), ('godkjent_til__isnull', False)), _connector='OR'), name='personvernvurdering_godkjent_hel'), models.CheckConstraint(condition=models.Q(('vurderes__gt', models.F('dato'))), name='personvernvurdering_datoer')],
            },
        ),
        migrations.RunPython(loven, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='hendelse',
            name='art',
            field=models.CharField(choices=[('meldt', 'Bekymring meldt'), ('angret', 'Steget ble angret'), ('tatt_imot', 'Koordinatoren tok imot bekymringen'), ('returnert', 'Sendt tilbake til melderen'), ('sendt_pa_nytt', 'Sendt på nytt'), ('droftes', 'Drøftes uten navn'), ('til_avklaring', 'Til avklaring'), ('samtykke', 'Samtykke gitt'), ('samtykke_trukket', 'Samtykket gjelder ikke lenger'), ('samtykke_endret', 'Et samtykke er fornyet, snevret inn eller rettet'), ('grunnlag', 'Grunnlag for deling registrert'), ('grunnlag_bekreftet', 'Grunnlag for deling bekreftet'), ('grunnlag_avslatt', 'Grunnlag for deling ble ikke bekreftet'), ('grunnlag_slutt', 'Grunnlag for deling avsluttet'), ('unntak', 'Unntak fra en foresatts samtykke registrert'), ('unntak_bekreftet', 'Unntak fra en foresatts samtykke bekreftet'), ('unntak_avslatt', 'Unntak fra en foresatts samtykke ble ikke bekreftet'), ('unntak_slutt', 'Unntak fra en foresatts samtykke avsluttet'), ('henvist', 'Henvist til kjernegruppa'), ('sendt_tilbake', 'Kjernegruppa sendte saken tilbake'), ('pa_saksliste', 'Satt på saksliste'), ('utsatt', 'Utsatt til et senere møte'), ('vurdering', 'Vurdering skrevet'), ('konkludert', 'Kjernegruppa konkluderte'), ('samtale_avtalt', 'Bekymringssamtale avtalt'), ('samtale_flyttet', 'Samtalen ble flyttet'), ('samtale_avlyst', 'Samtalen ble ikke noe av'), ('samtale_holdt', 'Samtalen er gjennomført'), ('ansvarsgruppe', 'Ansvarsgruppe opprettet'), ('mentor_foreslatt', 'Mentor foreslått'), ('mentor_avtale', 'Avtalen med mentoren er signert'), ('mentor', 'Mentor er i gang'), ('mentor_pause', 'Mentorforløpet har pause'), ('mentor_slutt', 'Mentorforløpet er avsluttet'), ('ansvarsgruppe_slutt', 'Ansvarsgruppa er avsluttet'), ('kontakt', 'Kontakt med mentor'), ('oppfolging', 'Oppfølging startet'), ('oppgave', 'Oppgave gitt'), ('oppgave_ferdig', 'Oppgave gjort'), ('evaluering', 'Klar for evaluering'), ('fortsetter', 'Oppfølgingen fortsetter'), ('stanset', 'Saken er stanset'), ('avverging', 'Politiet er varslet for å avverge fare'), ('barnevern', 'Barnevernet har fått melding'), ('inhabil', 'En person er tatt ut av saken'), ('habil', 'En person kan være med i saken igjen'), ('overfort', 'Overført'), ('avsluttet', 'Avsluttet'), ('sperret', 'Sperret'), ('gjenapnet', 'Gjenåpnet'), ('alder', 'Alderen er rettet'), ('kort_skrevet', 'Skrev hvem saken gjelder'), ('kort_apnet', 'Åpnet hvem saken gjelder'), ('kort_delt', 'Delte hvem saken gjelder'), ('tilgang', 'Tilgang gitt'), ('tilgang_slutt', 'Tilgang avsluttet'), ('gjennomgang', 'Tilgangene er gjennomgått'), ('delt', 'Opplysninger delt'), ('deling_slutt', 'Delingen er avsluttet'), ('nodtilgang', 'Nødtilgang brukt')], max_length=24, verbose_name='art'),
        ),
    ]
