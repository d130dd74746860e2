"""What happens when an asset fails: a line in the log, and a message to a webhook where one is set."""

from typing import Final

import dagster as dg
import httpx

from orchestration.settings import Settings

SECONDS: Final = 10.0


def failure_hook(settings: Settings) -> dg.HookDefinition:
    """A hook that tells of a failed asset, however its run was started."""

    @dg.failure_hook(name="tell_of_failure")
    def tell_of_failure(context: dg.HookContext) -> None:
        error = context.op_exception
        message = {
            "text": f"Dragoman: {context.op.name} failed in run {context.run_id}",
            "asset": context.op.name,
            "run_id": context.run_id,
            "job": context.job_name,
            "error": f"{type(error).__name__}: {error}" if error else "unknown",
        }
        context.log.error(f"{message['text']}: {message['error']}")
        if settings.webhook_url:
            _post(settings.webhook_url, message, context)

    return tell_of_failure


def _post(url: str, message: dict[str, str], context: dg.HookContext) -> None:
    """A webhook that does not answer never makes the failure worse."""
    try:
        httpx.post(url, json=message, timeout=SECONDS).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        context.log.warning(f"the webhook did not take the message: {error}")
