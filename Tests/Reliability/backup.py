"""A restore drill: the server backs itself up each second, the machine is lost at a random moment, the backup is restored elsewhere, and what
had been confirmed more than a second before must be there."""

import contextlib
import http.client
import random
import shutil
import sys
import threading
import time

from workshop.report import Report
from workshop.town import Town, bookings, is_booked

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10
# What the promise says, and what a busy machine may take to seal and sync a segment.
SECOND, MARGIN = 1.0, 1.0


def book(robot, kept):
    """One day after the other until the machine is gone, remembering when each was confirmed."""
    with contextlib.suppress(http.client.HTTPException, OSError):
        for slot, answer in bookings(robot, "2026-11"):
            if answer.status == 303:
                kept.append((time.monotonic(), slot, robot.number))


report = Report(f"perte de la machine et restauration, {ROUNDS} fois, sauvegarde en continu")
faults, late, confirmed, durations = [], [], 0, []
for _ in range(ROUNDS):
    with Town() as town:
        key, place, target = town.folder / "backup.key", town.folder / "backups", town.folder / "restored"
        if (made := town.command("key", "create", key)).returncode != 0:
            faults.append(made.stderr)
        town.server.options = ["--backup", place, "--backup-key", key]
        log_start = town.server.log.stat().st_size if town.server.log.exists() else 0
        town.server.start()
        limit = time.monotonic() + 20
        while "Sauvegarde faite" not in town.server.log.read_text()[log_start:] and time.monotonic() < limit:
            time.sleep(0.05)
        kept = []
        threads = []
        for which in range(3):
            robot = town.robot(which)
            robot.number = which
            threads.append(threading.Thread(target=book, args=[robot, kept], daemon=True))
        for thread in threads:
            thread.start()
        time.sleep(random.uniform(2, 5))
        lost_at = time.monotonic()
        town.server.kill()
        for thread in threads:
            thread.join(10)
        shutil.rmtree(town.data)
        started = time.monotonic()
        restored = town.command("restore", place, "--to", target, "--key", key)
        durations.append(time.monotonic() - started)
        if restored.returncode != 0:
            faults.append(restored.stderr)
            continue
        shutil.move(target, town.data)
        town.server.options = []
        town.server.start()
        confirmed += len(kept)
        robots = [town.robot(which) for which in range(3)]
        for moment, slot, which in kept:
            if not is_booked(robots[which], slot):
                late.append(lost_at - moment)
                if lost_at - moment > SECOND + MARGIN:
                    faults.append(f"{slot.text}, confirmed {lost_at - moment:.2f} s before the loss")
        verified = town.command("audit", "verify", "--data", town.data)
        if verified.returncode != 0:
            faults.append(verified.stdout + verified.stderr)
report.say(
    f"{confirmed} réservations confirmées ; perdues avec la machine : {len(late)}, la plus ancienne {max(late, default=0):.2f} s avant sa perte"
)
report.say(f"restauration en {max(durations):.1f} s au plus, journaux vérifiés")
report.end(faults)
