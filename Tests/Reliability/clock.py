"""The machine's clock jumps by a year, ahead and back, under a running server (a preloaded `time`): pages go on, rules follow the clock, nothing is
lost."""

import datetime
import subprocess
import sys
from pathlib import Path

from workshop.report import Report
from workshop.town import Town, bookings, is_booked

from harness.planning import Planning

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
DAY = 86_400

report = Report(f"l'horloge saute d'un an en avant puis en arrière, {ROUNDS} fois, sous un serveur réel")
faults, statuses = [], set()
with Town(now=None) as town:
    offset, library = town.folder / "offset", town.folder / "clock_shift.so"
    offset.write_text("0")
    subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", library, Path(__file__).with_name("clock_shift.c")], check=True)
    town.server.environment = {"LD_PRELOAD": str(library), "CLOCK_SHIFT": str(offset)}
    town.server.start()
    today = datetime.date.today()
    robot = town.robot()
    kept = []
    for _ in range(ROUNDS):
        for jump in (366, 0, -366, 0):
            attempts = bookings(robot, today.isoformat()[:7])
            if jump and (found := next(attempts, None)):
                slot, answer = found
                kept += [slot] if answer.status == 303 else []
            offset.write_text(str(jump * DAY))
            for path in ("/", "/bondoufle/", "/bondoufle/accueil", "/bondoufle/reservations", "/bondoufle/famille", "/bondoufle/demandes"):
                statuses.add(robot.get(path).status)
            robot = town.robot()
            moved = today + datetime.timedelta(days=jump)
            statuses.add(robot.get(f"/bondoufle/reservations?mois={moved.isoformat()[:7]}").status)
            past = robot.get(f"/bondoufle/reservations?mois={today.isoformat()[:7]}")
            if jump == 366 and any("recapitulatif" in form.action for form in past.page.forms) and Planning(past).free:
                faults.append("a day of last year may still be booked")
    faults += [f"status {status}" for status in statuses if status >= 500]
    faults += [f"lost {slot.text}" for slot in kept if not is_booked(robot, slot)]
    if not kept:
        faults.append("nothing was booked: the program proves little")
    town.server.stop()
    verified = town.command("audit", "verify", "--data", town.data)
    if verified.returncode != 0:
        faults.append(verified.stdout + verified.stderr)
report.say(f"{len(kept)} réservations confirmées et relues, réponses {sorted(statuses)}, journal vérifié")
report.end(faults)
