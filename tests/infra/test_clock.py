from datetime import timedelta

import pytest

from infra.local import durations
from infra.local.cli import main
from infra.local.errors import LocalError


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("8d", timedelta(days=8)),
        ("3h", timedelta(hours=3)),
        ("1d12h", timedelta(days=1.5)),
        ("90m", timedelta(hours=1.5)),
    ],
)
def test_spans_are_read_as_people_write_them(text, span):
    assert durations.parse(text) == span


@pytest.mark.parametrize("text", ["", "8", "d8", "8 d", "-1d", "1w", "tomorrow"])
def test_what_is_no_span_is_refused_with_an_example(text):
    with pytest.raises(LocalError, match="8d, 3h"):
        durations.parse(text)


def test_the_clock_of_production_does_not_move(monkeypatch, capsys):
    monkeypatch.setenv("HAAT_ENV", "production")
    assert main(["clock", "advance", "8d"]) == 1
    assert "refuses" in capsys.readouterr().err


def test_nothing_moves_before_the_first_start(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("HAAT_HOME", str(tmp_path))
    assert main(["clock", "advance", "8d"]) == 1
    assert "./haat up" in capsys.readouterr().err
