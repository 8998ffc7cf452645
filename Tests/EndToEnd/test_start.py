"""script/server: from nothing to five portals, and at once when nothing changed. A demo of any season is alive."""

import datetime
import os
import signal
import subprocess
import time

import pytest

from harness.demo import read_towns
from harness.robot import Robot
from harness.server import ROOT, Server, free_port, run_command


class Started:
    """`script/server` as a newcomer runs it."""

    def __init__(self, data):
        self.port = free_port()
        self.began = time.monotonic()
        environment = os.environ | {"PORT": str(self.port), "DATA": str(data)}
        self.process = subprocess.Popen([ROOT / "script/server"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            self.front = self.first_answer()
        except BaseException:
            self.process.kill()
            raise
        self.seconds = time.monotonic() - self.began

    def first_answer(self):
        while True:
            try:
                return Robot(self).get("/")
            except ConnectionError:
                assert self.process.poll() is None, self.process.stdout.read()
                assert time.monotonic() < self.began + 60
                time.sleep(0.02)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        output = self.process.communicate(timeout=10)[0]
        assert self.process.returncode == 0, output
        return output


def test_one_command_serves_five_portals_and_a_second_start_is_quick(tmp_path):
    first = Started(tmp_path / "data")
    output = first.stop()
    towns = read_towns(tmp_path / "data/demo-accounts.json")
    assert len(towns) == 5
    for town in towns.values():
        assert town.name in first.front.page.text
        assert f"http://localhost:{first.port}/{town.slug}" in output
        assert town.parents[0].login in output
        assert town.parents[0].password in output
        assert town.agents[0].login in output
        assert town.keys[0].key in output
    second = Started(tmp_path / "data")
    second.stop()
    assert second.seconds < 2, f"{second.seconds:.2f} s"


@pytest.mark.parametrize("day", ["2026-09-01", "2026-12-24", "2027-02-14", "2027-05-06", "2027-07-20"])
def test_a_demo_is_alive_in_every_season(tmp_path, day):
    now = datetime.datetime.fromisoformat(f"{day}T18:30:00+01:00").isoformat()
    made = run_command("demo", "--data", tmp_path / "demo", "--now", now)
    assert made.returncode == 0, made.stderr
    with Server(tmp_path / "demo", tmp_path, f"season-{day}", now=now) as server:
        for town in read_towns(tmp_path / "demo/demo-accounts.json").values():
            robot = Robot(server)
            robot.sign_in(town.parents[0])
            planning = robot.planning(town.slug)
            assert robot.open_planning(town.slug, planning.month)[1]


def test_the_clock_of_real_data_cannot_be_moved(tmp_path):
    run_command("portal", "import", ROOT / "Portals/charost.yaml", "--data", tmp_path / "data")
    answer = run_command("serve", "--data", tmp_path / "data", "--port", str(free_port()), "--now", "2026-11-03T11:59:00+01:00", timeout=10)
    assert answer.returncode != 0
    assert len(answer.stderr.splitlines()) == 1
