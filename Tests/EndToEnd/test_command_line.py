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


@pytest.mark.parametrize("words", [["bidon"], ["portal"], ["--bidon"], [""]])
def test_an_unknown_command_is_one_clear_line(words):
    answer = run_command(*words)
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1
    assert "PortalServer" in answer.stderr
