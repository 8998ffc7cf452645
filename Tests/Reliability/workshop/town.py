"""A real server on a demo of its own, and parents who book through its pages."""

import itertools
import shutil
import subprocess
import tempfile
from pathlib import Path

from harness.demo import read_towns
from harness.planning import months_from
from harness.robot import Robot
from harness.server import EXECUTABLE, NOW, ROOT, Server


class Town:
    """Bondoufle alone, served from a temporary folder or from a disk of its own."""

    def __init__(self, now=NOW, place=None, **options):
        self.folder = Path(tempfile.mkdtemp(prefix="portail-fiabilite-"))
        demo = self.folder / "demo"
        words = [EXECUTABLE, "demo", "--data", demo, "--households", "60", "--definitions", ROOT / "Portals", *(["--now", now] if now else [])]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        for file in (demo / "portals").iterdir():
            if not file.name.startswith("bondoufle."):
                file.unlink()
        self.parents = [person for person in read_towns(demo / "demo-accounts.json")["bondoufle"].parents if person.children]
        self.server = Server(demo, place or self.folder, "reliability", now=now, **options)
        shutil.rmtree(demo)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server.process:
            self.server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data(self):
        return self.server.data

    def robot(self, number=0):
        robot = Robot(self.server)
        robot.sign_in(self.parents[number])
        return robot

    def command(self, *words):
        return subprocess.run([EXECUTABLE, *words], capture_output=True, text=True, cwd=ROOT)


def bookings(robot, month):
    """Books one free day after the other: gives each slot and the answer to its confirmation."""
    for each in itertools.islice(months_from(month, 9), 9):
        planning = robot.planning("bondoufle", each)
        for slot in planning.free:
            recap = robot.recap(planning, [*planning.ticked, slot])
            forms = [form for form in recap.page.forms if "confirmation" in form.action]
            if any(name == "changement" for form in forms for name, _ in form.values()):
                yield slot, robot.submit(recap, "confirmation", follow=False)
                planning = robot.planning("bondoufle", each)


def is_booked(robot, slot):
    return slot in robot.planning("bondoufle", slot.day.isoformat()[:7]).ticked
