"""What starts a run by itself: the clock, and files that land. Which work a run then finds to do is not here."""

from typing import Final

import dagster as dg

from assets.raw.scan import scan
from orchestration.settings import Settings

JOB: Final = "refresh"
EVERYTHING: Final = "refresh_and_export"


def nightly(settings: Settings) -> dg.ScheduleDefinition:
    """The schedule: on by default. A tick missed while the machine was off runs once at the next start."""
    return dg.ScheduleDefinition(
        name="nightly",
        job_name=EVERYTHING,
        cron_schedule=settings.schedule,
        execution_timezone=settings.time_zone,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Brings warehouse, exports and pages up to date once a day. On from the start; a missed night is made up for.",
    )


def landing(settings: Settings) -> dg.SensorDefinition:
    """The sensor: off by default. Its cursor is a digest over all entries, so late and changed files are seen."""

    @dg.sensor(
        name="landing",
        job_name=JOB,
        minimum_interval_seconds=settings.sensor_seconds,
        default_status=dg.DefaultSensorStatus.STOPPED,
        description="Starts a run as soon as a file comes, goes or changes in a landing place. Off until somebody switches it on.",
    )
    def look(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        digest = scan(settings.landing_places).digest
        if digest == context.cursor:
            return dg.SkipReason("nothing has changed in the landing places")
        return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=digest)

    return look
