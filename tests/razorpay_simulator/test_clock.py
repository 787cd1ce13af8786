import json
import time

import pytest

from .server import InThread, until


@pytest.fixture
def following(tmp_path):
    one = InThread(tmp_path, "--clock-file", str(tmp_path / "clock.json"))
    yield one
    one.close()


def test_the_simulator_follows_the_development_clock(following, tmp_path):
    assert abs(following.get("clock")["now"] - time.time()) < 5
    order = following.client.order.create({"amount": 1000, "currency": "INR", "payment": {"capture": "manual"}})
    payment = following.sim("pay", order=order["id"])["payment"]
    (tmp_path / "clock.json").write_text(json.dumps({"offset_seconds": 4 * 86_400}))
    until(lambda: following.client.payment.fetch(payment["id"])["status"] == "refunded")
    moved = following.sim("clock", advance_seconds=60)
    assert (moved["offset_seconds"], moved["shared_offset_seconds"]) == (60, 4 * 86_400)
    assert abs(moved["now"] - time.time() - 4 * 86_400 - 60) < 5
