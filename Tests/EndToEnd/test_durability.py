"""Pulling the plug: kill -9 while families book. What was confirmed to somebody is there afterwards, whole."""

import http.client
import random
import sqlite3
import threading
from datetime import date

from harness.planning import months_from, request_number
from harness.robot import Robot
from harness.server import NOW, Server

ROUNDS = 6
PARENTS_OF_EACH_TOWN = 2


class Booker(threading.Thread):
    """A parent who books one box after another until the server is gone, and remembers what was confirmed."""

    def __init__(self, server, person, robot, answered):
        super().__init__(daemon=True)
        self.server, self.person, self.robot, self.answered = server, person, robot, answered
        self.confirmed = []
        self.unanswered = None
        self.fault = None

    def run(self):
        try:
            for month in months_from(NOW[:7], 9):
                planning = self.robot.planning(self.person.slug, month)
                for slot in planning.free:
                    recap = self.robot.recap(planning, [*planning.ticked, slot])
                    # Nothing to confirm: a deadline has just passed, the last place is gone, or the week is not whole.
                    if "Confirmer" in recap.page.text:
                        self.confirm(recap, slot)
        except (http.client.HTTPException, OSError):
            pass  # the plug was pulled
        except Exception as fault:
            self.fault = fault

    def confirm(self, recap, slot):
        self.unanswered = recap, slot
        answer = self.robot.submit(recap, "confirmation", follow=False)
        assert answer.status == 303, (answer.status, answer.page.text[:300])
        # The answer has arrived: from here on the booking is a promise.
        self.confirmed.append((self.person.slug, request_number(answer.location), slot))
        self.unanswered = None
        self.answered.release()


def unrelated(parents):
    """Some parents with no child in common: nobody books what another has just booked."""
    chosen = []
    for parent in parents:
        if parent.children and not any(set(parent.children) & set(other.children) for other in chosen):
            chosen.append(parent)
    return chosen[:PARENTS_OF_EACH_TOWN]


def rows(server, slug, query, *values):
    with sqlite3.connect(server.data / "portals" / f"{slug}.sqlite") as database:
        return database.execute(query, values).fetchall()


def assert_sound(server, slug):
    """The file is whole and its rows agree with each other."""
    assert rows(server, slug, "PRAGMA integrity_check") == [("ok",)]
    assert rows(server, slug, "PRAGMA foreign_key_check") == []
    counted = "SELECT counter_id, group_id, day, taken FROM place_counters WHERE taken > 0 ORDER BY 1, 2, 3"
    # An offered place is held for its family: it is taken before it is booked.
    booked = """
        SELECT c.counter_id, t.group_id, t.day, count(*) FROM (
            SELECT unit_id, group_id, day FROM bookings UNION ALL
            SELECT unit_id, group_id, day FROM awaited_places WHERE offered_until IS NOT NULL
        ) t JOIN unit_counters c ON c.unit_id = t.unit_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    """
    assert rows(server, slug, counted) == rows(server, slug, booked)


def assert_kept(server, slug, number, slot):
    """A confirmed request is there with its line, and the booking that it granted."""
    lines = rows(server, slug, "SELECT child_id, unit_id, outcome FROM request_lines WHERE request_id = ?", number)
    assert [line[:2] for line in lines] == [(slot.child, slot.unit)], (slug, number, slot)
    # 1: booked, 2: booked after the limit.
    if lines[0][2] in (1, 2):
        day = (slot.day - date(1970, 1, 1)).days
        found = rows(server, slug, "SELECT 1 FROM bookings WHERE child_id = ? AND unit_id = ? AND day = ?", slot.child, slot.unit, day)
        assert found == [(1,)], (slug, number, slot)
        return 1
    return 0


def test_kill_9_during_bookings_loses_no_confirmed_booking(demo, towns, tmp_path):
    server = Server(demo, tmp_path, "durability")
    people = [person for town in towns.values() for person in unrelated(town.parents)]
    robots = {person: Robot(server) for person in people}
    promises, bookers, asked_again = [], [], 0
    for number in range(ROUNDS):
        server.start()
        if number == 0:
            # Once for all rounds: sessions survive as bookings do.
            for person, robot in robots.items():
                robot.sign_in(person)
        # Who got no answer sends the same form again, and is booked once, whatever had become of the first.
        for booker in bookers:
            if booker.unanswered:
                booker.confirmed.clear()
                booker.confirm(*booker.unanswered)
                promises += booker.confirmed
                asked_again += 1
        answered = threading.Semaphore(0)
        bookers = [Booker(server, *each, answered) for each in robots.items()]
        for booker in bookers:
            booker.start()
        # Pulled just after an answer, while the other parents wait for theirs.
        for _ in range(random.randint(20, 60)):
            assert answered.acquire(timeout=20), "nobody's booking is answered any more"
        server.kill()
        for booker in bookers:
            booker.join(timeout=20)
            assert booker.fault is None, booker.fault
            promises += booker.confirmed
        for slug in towns:
            assert_sound(server, slug)
        granted = sum(assert_kept(server, *promise) for promise in promises)
    assert granted > 5 * ROUNDS and asked_again, f"{granted} bookings, {asked_again} asked again in {ROUNDS} rounds prove little"
