"""When in time. Ids only, safe to run twice; the outbox table is the record. Imported by the worker only."""

from celery import shared_task

from .services.arbeid import fei, kjor


@shared_task(name="rapport.kjor_jobb")
def kjor_jobb(jobb_id: str) -> None:
    """Do one job, if it is still free."""
    kjor(jobb_id)


@shared_task(name="rapport.fei_koen")
def fei_koen() -> None:
    """Every few seconds: wake each job that waits, whatever happened to the message about it."""
    for jobb_id in fei():
        kjor_jobb.delay(jobb_id)
