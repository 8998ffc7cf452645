"""A portal on a real PostgreSQL server: moved there and back, served by two processes as by one, and when the server goes away."""

import itertools
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from harness.robot import Robot
from harness.server import ROOT, Server, run_command

SLUG = "charost"


@dataclass(frozen=True)
class PostgreSQL:
    """A server of the tests' own."""

    uri: str
    control: str
    numbers: itertools.count

    def fresh_address(self):
        return f"{self.uri}&schema=parcours_{next(self.numbers)}"

    def run(self, *words):
        subprocess.run([self.control, *words], check=True, timeout=30)


@pytest.fixture(scope="module")
def postgresql():
    told = 'echo "$PORTAL_TEST_POSTGRESQL"; echo "$PORTAL_TEST_POSTGRESQL_CONTROL"; read -r _'
    process = subprocess.Popen([ROOT / "script/with-postgresql", "bash", "-c", told], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield PostgreSQL(process.stdout.readline().strip(), process.stdout.readline().strip(), itertools.count(1))
    process.communicate("\n", timeout=60)


@pytest.fixture
def moved(demo, postgresql, tmp_path):
    """A data directory whose portal is on the PostgreSQL server."""
    data = tmp_path / "data"
    shutil.copytree(demo, data)
    answer = run_command("portal", "move", SLUG, "--to", postgresql.fresh_address(), "--data", data)
    assert answer.returncode == 0, answer.stderr
    return data


def said(*words):
    answer = run_command(*words)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_a_portal_moves_to_postgresql_and_back(demo, moved, towns):
    data = ["--data", moved]
    assert "schéma parcours_" in next(line for line in said("portal", "list", *data).splitlines() if line.startswith(SLUG))
    assert said("portal", "export", SLUG, *data) == said("portal", "export", SLUG, "--data", demo)
    assert said("audit", "verify", *data) == said("audit", "verify", "--data", demo)
    assert f"{SLUG} (PostgreSQL" in said("migrate", "--dry-run", *data)
    assert (moved / f"portals/{SLUG}.postgresql").stat().st_mode & 0o777 == 0o600
    assert len(list(moved.glob(f"portals/{SLUG}.sqlite_avant_*"))) == 1

    with Server(demo, moved.parent, "moved") as server:
        robot = Robot(server)
        robot.sign_in(towns[SLUG].parents[0])
        planning, free = robot.open_planning(SLUG, "2026-12")
        request = robot.confirm(robot.recap(planning, [*planning.ticked, free[0]]))
        assert request.status == 200
        refused = run_command("portal", "move", SLUG, "--to", "sqlite", *data)
        assert refused.returncode == 1
        assert "s'en sert" in refused.stderr

    said("portal", "move", SLUG, "--to", "sqlite", *data)
    assert "SQLite" in next(line for line in said("portal", "list", *data).splitlines() if line.startswith(SLUG))
    assert "intact" in said("audit", "verify", *data)
    with Server(demo, moved.parent, "back") as server:
        robot.server = server
        robot.close()
        assert robot.get(request.path).page.text == request.page.text
        robot.close()


def test_two_processes_serve_one_portal_as_one(demo, moved, towns):
    with Server(demo, moved.parent, "first") as first, Server(demo, moved.parent, "second") as second:
        here, there = Robot(first), Robot(second)
        here.sign_in(towns[SLUG].parents[0])
        # The browser's next request reaches the other process: the session is known there.
        there.cookies = dict(here.cookies)
        assert there.get(f"/{SLUG}/accueil", follow=False).status == 200

        for _ in range(5):
            planning, free = here.open_planning(SLUG, "2026-12")
            recap = here.recap(planning, [*planning.ticked, free[0]])
            # A double click that two processes receive.
            with ThreadPoolExecutor(2) as pool:
                answers = [click.result() for click in [pool.submit(robot.submit, recap, "confirmation", follow=False) for robot in (here, there)]]
            assert [answer.status for answer in answers] == [303, 303]
            assert answers[0].location == answers[1].location
            assert free[0].text in [slot.text for slot in there.planning(SLUG, planning.month).ticked]

        there.submit(there.get(f"/{SLUG}/accueil"), "deconnexion")
        assert "connexion" in here.get(f"/{SLUG}/accueil").path
        here.close()
        there.close()


def test_a_portal_outlives_its_postgresql_server(demo, moved, postgresql, towns):
    with Server(demo, moved.parent, "outage") as server:
        robot = Robot(server)
        home = robot.sign_in(towns[SLUG].parents[0])
        # Crashed and back at once: nobody notices.
        postgresql.run("stop", "--mode", "immediate")
        postgresql.run("start")
        assert robot.get(home.path).status == 200
        # Gone for longer: an answer all the same, and soon.
        postgresql.run("stop", "--mode", "immediate")
        asked = time.monotonic()
        answer = robot.get(home.path, follow=False, timeout=20)
        assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
        assert time.monotonic() - asked < 10
        postgresql.run("start")
        assert robot.get(home.path).status == 200
        robot.close()
