"""What an operator meets: help, answers and complaints of the command line."""

import re

import pytest

from harness.server import run_command


def names_of_commands():
    lines = run_command("--help").stdout.splitlines()
    return [match[1].strip() for line in lines if (match := re.match(r"  ((?:[a-z]+ )+)", line))]


def test_help_lists_the_commands():
    answer = run_command("--help")
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert "Commandes" in answer.stdout


def test_every_command_explains_itself():
    for name in names_of_commands():
        answer = run_command(*name.split(), "--help")
        assert answer.returncode == 0, name
        assert name in answer.stdout, name
        assert answer.stderr == "", name


def test_a_family_of_commands_lists_its_own():
    answer = run_command("portal", "--help")
    assert answer.returncode == 0
    assert "portal import" in answer.stdout
    assert "serve " not in answer.stdout


@pytest.mark.parametrize("words", [["bidon"], ["portal"], ["--bidon"], [""]])
def test_an_unknown_command_is_one_clear_line(words):
    answer = run_command(*words)
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1
    assert "PortalServer" in answer.stderr


@pytest.mark.parametrize(
    ("words", "instant", "sentence"),
    [
        # Bondoufle: a week before the Wednesday; four weeks before the session's first day.
        (["--rule", "J-7", "--zone", "C", "--day", "2026-11-11"], "2026-11-04T23:59:59+01:00", "mercredi 4 novembre 2026 à 23\u00a0h\u00a059"),
        (
            ["--rule", "session-4 semaines", "--zone", "C", "--day", "2026-10-21", "--session-start", "2026-10-19"],
            "2026-09-21T23:59:59+02:00",
            "lundi 21 septembre 2026",
        ),
        # Chanteloup's own example: 1 October for 15 October; nothing before 30 September.
        (
            ["--rule", "aucun jusqu'au 30 septembre, puis J-14", "--zone", "C", "--day", "2026-10-15"],
            "2026-10-01T23:59:59+02:00",
            "jeudi 1er octobre 2026",
        ),
        # Chalonnes: 72 hours, over a week-end and over the end of summer time.
        (["--rule", "72 h", "--zone", "B", "--day", "2026-11-12", "--starts", "12:00"], "2026-11-09T12:00:00+01:00", "lundi 9 novembre 2026"),
        (["--rule", "72 h", "--zone", "B", "--day", "2026-10-26", "--starts", "07:30"], "2026-10-23T08:30:00+02:00", "vendredi 23 octobre 2026"),
    ],
)
def test_the_deadline_command_answers_with_an_instant_and_a_sentence(words, instant, sentence):
    answer = run_command("deadline", *words)
    assert answer.returncode == 0
    first, second = answer.stdout.splitlines()
    assert first == instant
    assert sentence in second
