"""What an operator meets: help, answers and complaints of the command line."""

import re

import pytest


def names_of_commands(portal_server):
    lines = portal_server("--help").stdout.splitlines()
    return [match[1].strip() for line in lines if (match := re.match(r"  ((?:[a-z]+ )+)", line))]


def test_help_lists_the_commands(portal_server):
    answer = portal_server("--help")
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert "Commandes" in answer.stdout


def test_every_command_explains_itself(portal_server):
    for name in names_of_commands(portal_server):
        answer = portal_server(*name.split(), "--help")
        assert answer.returncode == 0, name
        assert name in answer.stdout, name
        assert answer.stderr == "", name


@pytest.mark.parametrize("words", [["bidon"], ["portal"], ["--bidon"], [""]])
def test_an_unknown_command_is_one_clear_line(portal_server, words):
    answer = portal_server(*words)
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1
    assert "PortalServer" in answer.stderr
