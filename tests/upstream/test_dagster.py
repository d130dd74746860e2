"""What we rely on in Dagster, pinned: when one of these fails after an upgrade, something of ours rests on it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.local_temp(str(tmp_path)) as made:
        yield made


def two_assets(severity: dg.AssetCheckSeverity, seen: list[str]) -> list[dg.AssetsDefinition]:
    @dg.asset(check_specs=[dg.AssetCheckSpec("whole", asset="first", blocking=True)])
    def first() -> dg.MaterializeResult:  # type: ignore[type-arg]
        seen.append("first")
        return dg.MaterializeResult(
            metadata={"rows": 3}, check_results=[dg.AssetCheckResult(passed=False, check_name="whole", severity=severity)]
        )

    @dg.asset(deps=["first"])
    def second() -> dg.MaterializeResult:  # type: ignore[type-arg]
        seen.append("second")
        return dg.MaterializeResult()

    return [first, second]


@pytest.mark.parametrize(
    ("severity", "ran", "success"),
    [(dg.AssetCheckSeverity.ERROR, ["first"], False), (dg.AssetCheckSeverity.WARN, ["first", "second"], True)],
)
def test_a_failed_blocking_check_stops_what_comes_after_and_a_warning_does_not(
    instance: dg.DagsterInstance, severity: dg.AssetCheckSeverity, ran: list[str], success: bool
) -> None:
    seen: list[str] = []
    result = dg.materialize(two_assets(severity, seen), instance=instance, raise_on_error=False)
    assert (seen, result.success) == (ran, success)
    # The verdict and the materialization are both on record, whichever way it went.
    assert [(each.check_name, each.passed) for each in result.get_asset_check_evaluations()] == [("whole", False)]
    assert len(result.asset_materializations_for_node("first")) == 1


def job_of(assets: list[Any], **kwargs: Any) -> dg.JobDefinition:
    definitions = dg.Definitions(assets=assets, executor=dg.in_process_executor, **kwargs)
    return definitions.resolve_implicit_global_asset_job_def()


def test_materialize_all_uses_the_executor_of_the_definitions() -> None:
    assert job_of(two_assets(dg.AssetCheckSeverity.WARN, [])).executor_def.name == "in_process"


@pytest.mark.parametrize("severity", list(dg.AssetCheckSeverity))
def test_a_resource_is_opened_once_a_run_and_closed_after_the_last_asset(
    instance: dg.DagsterInstance, severity: dg.AssetCheckSeverity
) -> None:
    told: list[str] = []

    @dg.resource
    def door(_: dg.InitResourceContext) -> Iterator[Callable[[str], None]]:
        told.append("open")
        yield told.append
        told.append("close")

    def asset(name: str, deps: list[str]) -> dg.AssetsDefinition:
        @dg.asset(name=name, deps=deps)
        def made(door: dg.ResourceParam[Any]) -> None:
            door(name)
            if severity is dg.AssetCheckSeverity.ERROR:
                raise dg.Failure("on purpose")

        return made

    job_of([asset("a", []), asset("b", ["a"])], resources={"door": door}).execute_in_process(instance=instance, raise_on_error=False)
    assert told == (["open", "a", "close"] if severity is dg.AssetCheckSeverity.ERROR else ["open", "a", "b", "close"])


def test_a_hook_on_an_asset_runs_in_the_implicit_job(instance: dg.DagsterInstance) -> None:
    told: list[str] = []

    @dg.failure_hook
    def tell(context: dg.HookContext) -> None:
        told.append(f"{context.op.name}: {context.op_exception}")

    @dg.asset
    def broken() -> None:
        raise ValueError("no luck")

    job_of([broken.with_hooks({tell})]).execute_in_process(instance=instance, raise_on_error=False)
    assert told == ["broken: no luck"]


def test_an_asset_without_a_value_never_asks_the_io_manager(instance: dg.DagsterInstance) -> None:
    class Refusing(dg.IOManager):
        def handle_output(self, context: dg.OutputContext, obj: object) -> None:
            raise AssertionError("asked to store")

        def load_input(self, context: dg.InputContext) -> object:
            raise AssertionError("asked to load")

    assets = two_assets(dg.AssetCheckSeverity.WARN, [])
    assert job_of(assets, resources={"io_manager": Refusing()}).execute_in_process(instance=instance).success


def test_a_run_that_never_ends_can_be_ended(instance: dg.DagsterInstance) -> None:
    job = job_of(two_assets(dg.AssetCheckSeverity.WARN, []))
    run = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
    instance.report_run_failed(run)
    found = instance.get_run_by_id(run.run_id)
    assert found is not None
    assert found.status is dg.DagsterRunStatus.FAILURE
