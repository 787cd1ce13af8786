import json

from infra.local import state
from infra.local.cli import main

KEYS = ["state", "platform", "brands", "logins", "inbox", "simulator", "processes"]


def test_a_checkout_that_never_ran_is_down(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("HAAT_HOME", str(tmp_path))
    assert main(["status", "--json"]) == 3
    status = json.loads(capsys.readouterr().out)
    assert list(status) == KEYS
    assert status["state"] == "down"
    assert status["processes"] == []


def test_a_checkout_that_stopped_is_down_and_still_knows_its_addresses(monkeypatch, capsys, checkout):
    monkeypatch.setenv("HAAT_HOME", str(checkout.home))
    monkeypatch.delenv("HAAT_ENV", raising=False)
    ports = {"web": 8123, "simulator": 1, "inbox": 2, "smtp": 3, "postgres": 4, "valkey": 5}
    (checkout.home / "ports.json").write_text(json.dumps(ports))
    brand = {"slug": "rose", "host": "rose.haat.localhost", "url": "http://rose.haat.localhost:8123"}
    login = {"role": "owner", "brand": "rose", "identifier": "nia@rose.example"}
    checkout.brands_file.write_text(json.dumps({"brands": [brand], "logins": [login]}))
    assert main(["status", "--json"]) == 3
    status = json.loads(capsys.readouterr().out)
    assert list(status) == KEYS
    assert status["platform"] == {"host": "haat.localhost", "url": "http://haat.localhost:8123"}
    assert status["brands"] == [brand]
    assert status["logins"] == [login]


def test_a_state_file_without_its_supervisor_counts_for_nothing(checkout):
    state.publish(checkout, {"state": "up"})
    assert state.read(checkout) is None


def test_only_one_may_start_or_stop_a_checkout(checkout):
    with state.lock(checkout) as first, state.lock(checkout) as second:
        assert (first, second) == (True, False)
    assert not state.is_locked(checkout)
