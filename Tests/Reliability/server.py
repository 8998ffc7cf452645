"""The real server, through its pages: a full disk and a failing one are told to families in words, and no confirmation is lost."""

import subprocess
import sys
import time

from workshop.disk import filled, small_disk
from workshop.report import Report
from workshop.town import Town, bookings, is_booked

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
faults = []


def is_refusal(answer):
    return answer.status == 503 and "Rien n'a été enregistré" in answer.page.text and answer.headers["Retry-After"]


report = Report(f"serveur réel sur un disque plein, {ROUNDS} fois")
report.skip_unless_root()
with small_disk() as disk, Town(place=disk) as town:
    town.server.start()
    robot = town.robot()
    attempts = bookings(robot, "2026-11")
    kept = []
    for _ in range(ROUNDS):
        kept.append(next(attempts)[0])
        with filled(disk):
            if (status := robot.get("/bondoufle/reservations?mois=2027-01").status) != 200:
                faults.append(f"reading on a full disk: {status}")
            # What the log still had room for is confirmed, and kept.
            for slot, answer in attempts:
                if answer.status != 303:
                    break
                kept.append(slot)
            if not is_refusal(answer):
                faults.append(f"writing on a full disk: {answer.status}")
        if (status := next(attempts)[1].status) != 303:
            faults.append(f"writing after there was room: {status}")
    faults += [f"lost {slot.text}" for slot in kept if not is_booked(robot, slot)]
    report.say(f"{len(kept)} réservations confirmées autour, toutes relues ; pages lues, écritures refusées par une page 503, reprises seules")
    town.server.stop()

report = Report(f"serveur réel dont le disque échoue (fdatasync EIO par strace), {ROUNDS} fois")
statuses, restarts = [], []
with Town() as town:
    kept = []
    town.server.start()
    for _ in range(ROUNDS):
        robot = town.robot()
        attempts = bookings(robot, "2026-11")
        slot, answer = next(attempts)
        kept.append(slot)
        words = [
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-p",
            str(town.server.process.pid),
            "-e",
            "trace=fdatasync",
            "-e",
            "inject=fdatasync:error=EIO",
        ]
        tracer = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        try:
            slot, answer = next(attempts)
            statuses.append(answer.status)
            if answer.status != 503:
                faults.append(f"a confirmation on a failing disk: {answer.status}")
        except ConnectionRefusedError:
            # A write of its own has met the disk before the family did.
            statuses.append("déjà arrêté")
        except OSError as error:
            faults.append(f"no answer on a failing disk: {error}")
        status = town.server.process.wait(10)
        tracer.wait(10)
        if status != 74:
            faults.append(f"ended with {status}")
        if "Panne : une base de données" not in town.server.log.read_text():
            faults.append("no line in the log")
        started = time.monotonic()
        town.server.start()
        restarts.append(time.monotonic() - started)
    robot = town.robot()
    faults += [f"lost {slot.text}" for slot in kept if not is_booked(robot, slot)]
    verified = town.command("audit", "verify", "--data", town.data)
    if verified.returncode != 0:
        faults.append(verified.stdout + verified.stderr)
    report.say(f"réponses {statuses}, fin du processus avec le statut 74, de nouveau servi en {max(restarts) * 1000:.0f} ms au plus")
report.end(faults)
