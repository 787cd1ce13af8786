import socket

import pytest

from infra.local import ports
from infra.local.errors import LocalError


@pytest.fixture
def taken():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_chosen_ports_are_kept(tmp_path):
    first = ports.reserve(tmp_path / "ports.json", {})
    first.release_all()
    second = ports.reserve(tmp_path / "ports.json", {})
    second.release_all()
    assert second.numbers == first.numbers
    assert set(first.numbers) == set(ports.PORTS)


def test_a_second_checkout_starting_at_the_same_moment_gets_other_ports(tmp_path):
    first = ports.reserve(tmp_path / "one.json", {})
    second = ports.reserve(tmp_path / "two.json", {})
    first.release_all()
    second.release_all()
    assert not set(first.numbers.values()) & set(second.numbers.values())


def test_a_kept_port_that_another_program_took_is_chosen_again(tmp_path, taken):
    file = tmp_path / "ports.json"
    file.write_text(f'{{"web": {taken}}}')
    chosen = ports.reserve(file, {})
    chosen.release_all()
    assert chosen["web"] != taken
    assert ports.known(file) == chosen.numbers


def test_a_given_port_is_used_and_a_taken_one_is_refused_by_name(tmp_path, taken):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    chosen = ports.reserve(tmp_path / "ports.json", {"HAAT_PORT": str(number)})
    chosen.release_all()
    assert chosen["web"] == number
    with pytest.raises(LocalError, match=f"HAAT_PORT={taken}"):
        ports.reserve(tmp_path / "ports.json", {"HAAT_PORT": str(taken)})


def test_a_port_that_is_no_number_is_refused_by_name(tmp_path):
    with pytest.raises(LocalError, match="HAAT_PORT is 'eight'"):
        ports.reserve(tmp_path / "ports.json", {"HAAT_PORT": "eight"})
