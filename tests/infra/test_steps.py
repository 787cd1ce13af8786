import io
import os
import sys

import pytest

from infra.local.errors import LocalError
from infra.local.progress import Progress
from infra.local.steps import Schedule, Step
from tests.infra.waiting import wait_until


@pytest.fixture
def make(checkout):
    def make(name: str, code: str, **options: object) -> Step:
        command = ([sys.executable, "-c", code], "")
        log = checkout.logs / f"{name}.log"
        return Step(name, f"doing {name}", log, lambda: [command], checkout.root, dict(os.environ), **options)

    return make


def run(checkout, *steps):
    out = io.StringIO()
    schedule = Schedule(steps, checkout.run, Progress(out))
    wait_until(schedule.tick)
    return out.getvalue()


def test_a_step_waits_for_what_it_needs(make, checkout):
    append = "import sys; open('order', 'a').write('{} ')"
    run(checkout, make("second", append.format("second"), needs=("first",)), make("first", append.format("first")))
    assert (checkout.root / "order").read_text() == "first second "


def test_a_stamped_step_runs_once_and_again_when_its_inputs_change(make, checkout):
    word = ["one"]

    def step():
        options = {"stamp": checkout.stamps / "step", "fingerprint": lambda: word[0]}
        return make("step", "open('runs', 'a').write('x')", **options)

    assert "doing step" in run(checkout, step())
    assert run(checkout, step()) == ""
    word[0] = "two"
    run(checkout, step())
    assert (checkout.root / "runs").read_text() == "xx"


def test_a_failing_step_shows_its_last_lines_and_the_advice_and_sets_no_stamp(make, checkout):
    stamp = checkout.stamps / "step"
    step = make("step", "raise SystemExit('the reason')", stamp=stamp, fingerprint=lambda: "v", advice="Do this.")
    with pytest.raises(LocalError, match=r"(?s)doing step: it failed.*the reason.*Do this\."):
        run(checkout, step)
    assert not stamp.exists()


def test_the_output_of_a_step_is_kept_only_when_it_succeeds(make, checkout):
    kept = checkout.home / "brands.json"
    kept.write_text("old")
    with pytest.raises(LocalError):
        run(checkout, make("bad", "print('half'); raise SystemExit(1)", output=kept))
    assert kept.read_text() == "old"
    run(checkout, make("good", "print('new')", output=kept))
    assert kept.read_text() == "new\n"
