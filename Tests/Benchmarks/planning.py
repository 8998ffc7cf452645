"""What the planning costs the server: processor time of the running process for each request, read before and after.

Everything that a request costs is in it: sockets, parsing, routing, session, rules, SQL, rendering and compression, as a browser asks for it. What
does not depend on how busy the machine is: processor time, not the clock on the wall.
"""

import argparse
import statistics
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from harness.demo import read_towns
from harness.robot import Robot
from harness.server import NOW, Server, run_command

BROWSER = {"Accept-Encoding": "gzip, deflate, br"}
SLUG = "bondoufle"
SUBMITTED = ("recapitulatif", "confirmation")


class Meter:
    """The processor time of a process, and what each kind of request took of it."""

    def __init__(self, process):
        # The clock of another process, as clock_getcpuclockid makes it: its number with all bits turned, and "the whole process" in the last three.
        self.clock = (~process.pid << 3) | 2
        self.spent = {}

    def measure(self, name, work):
        start = time.clock_gettime(self.clock)
        answer = work()
        self.spent.setdefault(name, []).append((time.clock_gettime(self.clock) - start) * 1000)
        return answer


class Family(Robot):
    """A parent of three whose measured requests are those of a browser; what to send is read from answers that are not measured."""

    def __init__(self, server, person, meter):
        super().__init__(server)
        self.meter = meter
        self.slug = SLUG
        self.sign_in(person)

    def get_measured(self, name, path):
        answer = self.meter.measure(name, lambda: self.request("GET", path, headers=BROWSER))
        assert answer.status == 200 and answer.headers["Content-Encoding"], (path, answer.status, answer.headers)
        return answer

    def post_measured(self, name, form, path, **changes):
        body = urllib.parse.urlencode(form.values(**changes))
        head = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.server.address, "Sec-Fetch-Site": "same-origin", **BROWSER}
        action = urllib.parse.urljoin(path, form.action)
        return self.meter.measure(name, lambda: self.request("POST", action, body, head))

    def look(self, rounds):
        """A month of all the children, again and again."""
        for month in ("", "?mois=2026-12"):
            for _ in range(rounds):
                self.get_measured("planning", f"/{self.slug}/reservations{month}")

    def book(self, month):
        """The whole way: planning, recap, confirmation, its answer, the list of requests."""
        planning, free = self.open_planning(self.slug, month)
        days = sorted({slot.day for slot in free})[:4]
        asked = [slot.text for slot in planning.ticked] + [slot.text for slot in free if slot.day in days][:8]
        recap = self.submit(planning.answer, SUBMITTED[0], r=asked)
        self.get_measured("1. planning", f"/{self.slug}/reservations?mois={planning.month}")
        self.post_measured("2. recap", planning.form, planning.answer.path, r=asked)
        answer = self.post_measured("3. confirm", recap.page.form(SUBMITTED[1]), recap.path)
        assert answer.status == 303 and "/demandes/" in answer.location, (answer.status, answer.location)
        self.get_measured("4. answer", answer.location)
        self.get_measured("5. list", f"/{self.slug}/demandes")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--households", type=int, default=10_000)
    options.add_argument("--families", type=int, default=20, help="how many families take their turn")
    options.add_argument("--rounds", type=int, default=20, help="how often each looks at each of two months")
    options.add_argument("--folder", default=None)
    options.add_argument("--pause", action="store_true", help="says the process and goes on looking until it is stopped: for a profiler")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        demo = Path(folder) / "demo"
        print(f"Making towns of {asked.households} households…", file=sys.stderr)
        made = run_command("demo", "--data", str(demo), "--households", str(asked.households), "--seed", "1", "--now", NOW, timeout=1200)
        assert made.returncode == 0, made.stderr
        server = Server(demo, folder, "bench-planning")
        server.data.parent.mkdir(exist_ok=True)
        with server:
            measure(server, demo, asked)


def measure(server, demo, asked):
    parents = [person for person in read_towns(demo / "demo-accounts.json")[SLUG].parents if len(person.children) == 3][: asked.families]
    meter = Meter(server.process)
    families = [Family(server, person, meter) for person in parents]
    if asked.pause:
        print(f"process {server.process.pid}", flush=True)
        while True:
            for family in families:
                family.look(1)
    for family in families:
        # What a running portal has in memory.
        family.get(f"/{SLUG}/reservations")
    for family in families:
        family.look(asked.rounds)
    for family in families:
        family.book("2026-11")
    report(meter, asked)


def report(meter, asked):
    print(f"{asked.households} households; processor time of the server for one request, in ms")
    print(f"{'':40}  count    p50   mean    p95")
    for name, times in meter.spent.items():
        times.sort()
        p95 = times[int(0.95 * len(times))]
        title = "planning of three children and a month" if name == "planning" else name
        print(f"{title:40}  {len(times):5}  {statistics.median(times):5.2f}  {statistics.mean(times):5.2f}  {p95:5.2f}")
    flow = [sum(step) for step in zip(*(meter.spent[name] for name in meter.spent if name[0].isdigit()), strict=True)]
    print(f"{'the whole flow, steps 1 to 5':40}  {len(flow):5}  {statistics.median(flow):5.2f}  {statistics.mean(flow):5.2f}")


if __name__ == "__main__":
    main()
