"""Both sides of each town's deadline for its Wednesdays, on the running server, counted here by hand from the town's own words."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from harness.planning import months_from
from harness.robot import Robot
from harness.server import NOW, Server

PARIS = ZoneInfo("Europe/Paris")
WEDNESDAY = 2
MINUTE = datetime.timedelta(minutes=1)


def days_before(count, hour=23, minute=59, second=59):
    return lambda day: datetime.datetime.combine(day - datetime.timedelta(days=count), datetime.time(hour, minute, second), PARIS)


# The last instant at which a Wednesday may be booked, and the words that the refusal must have.
LIMITS = {
    # « au plus tard une semaine avant le mercredi souhaité »
    "bondoufle": (days_before(7), "7 jours avant"),
    # « 15 jours avant », with the guide's example: the 1st of October for the 15th
    "chanteloup-les-vignes": (days_before(14), None),
    # The Thursday of the week before, at noon
    "charost": (days_before(6, 12, 0, 0), "jeudi"),
    # « 72 heures » before the activity starts, which is at 7:30 or later
    "chalonnes-sur-loire": (days_before(3, 7, 29, 0), "72 heures avant"),
    # Two days before at 10, weekends and holidays not counted: the Monday
    "gevrey-nuits": (days_before(2, 10, 0, 0), "2 jours"),
}


class Clock:
    """One data directory served at different moments, and a parent whose pages stay open meanwhile."""

    def __init__(self, server, person):
        self.server, self.robot, self.person = server, Robot(server), person

    def set(self, moment):
        self.robot.close()
        self.server.stop()
        self.server.now = moment.isoformat()
        self.server.start()


@pytest.fixture
def clock(demo, tmp_path, towns, slug):
    server = Server(demo, tmp_path, f"deadline-{slug}").start()
    person = next(each for each in towns[slug].parents if any("mercredis" in code for child in each.children for code in child.activities))
    yield Clock(server, person)
    server.stop()


def bookable_wednesday(clock):
    """A free Wednesday at least three weeks away, of a child who is enrolled in the Wednesdays."""
    robot = clock.robot
    robot.sign_in(clock.person)
    month = robot.planning(clock.person.slug).month
    here = datetime.datetime.fromisoformat(NOW).date()
    children = [child.id for child in clock.person.children if any("mercredis" in code for code in child.activities)]

    def is_wanted(slot):
        return slot.child in children and slot.day.weekday() == WEDNESDAY and (slot.day - here).days > 21

    for _ in range(6):
        planning, wanted = robot.open_planning(clock.person.slug, month, is_wanted)
        # A unit that shares its places with one that the child has would be refused for that.
        booked = {(slot.child, slot.day) for slot in planning.ticked}
        if alone := [slot for slot in wanted if (slot.child, slot.day) not in booked]:
            return alone[0]
        month = list(months_from(planning.month, 2))[1]
    raise AssertionError(f"no Wednesday is free in {clock.person.slug}")


def test_a_wednesday_is_bookable_until_its_limit_and_not_after(clock, slug):
    limit, words = LIMITS[slug]
    slot = bookable_wednesday(clock)
    clock.set(limit(slot.day) - MINUTE)
    robot = clock.robot
    robot.sign_in(clock.person)
    planning = robot.planning(slug, f"{slot.day:%Y-%m}")
    assert slot in planning.free
    recap = robot.recap(planning, [*planning.ticked, slot])
    assert "dépassé" not in recap.page.text

    clock.set(limit(slot.day) + 2 * MINUTE)
    answer = robot.confirm(recap)
    late = robot.planning(slug, f"{slot.day:%Y-%m}")
    if slug == "chanteloup-les-vignes":
        assert "majoration" in answer.page.text
        assert slot in late.ticked
        return
    assert "Délai dépassé" in answer.page.text
    assert words in answer.page.text
    assert french(limit(slot.day)) in answer.page.text
    assert slot not in late.boxes
    assert "délai dépassé" in late.answer.page.text.lower()


def test_a_forged_form_past_the_limit_is_refused_with_the_rule_and_its_date(clock, slug):
    limit, words = LIMITS[slug]
    slot = bookable_wednesday(clock)
    clock.set(limit(slot.day) + datetime.timedelta(days=1 if slug != "chanteloup-les-vignes" else 13))
    robot = clock.robot
    robot.sign_in(clock.person)
    planning = robot.planning(slug, f"{slot.day:%Y-%m}")
    assert slot not in planning.boxes
    recap = robot.recap(planning, [*planning.ticked, slot])
    assert french(limit(slot.day)) in recap.page.text if slug != "chanteloup-les-vignes" else "dépassé" in recap.page.text
    token = dict(planning.form.fields)["jeton"]
    answer = robot.post(f"/{slug}/reservations/confirmation", [("jeton", token), ("cle", "A" * 24), ("c", f"ajout.{slot.text}")])
    assert answer.status in (200, 400)
    if answer.status == 200:
        assert "Délai dépassé" in answer.page.text
    assert slot not in robot.planning(slug, f"{slot.day:%Y-%m}").ticked


def french(moment):
    """ "mercredi 4 novembre 2026": the date as sentences write it."""
    weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
    day = "1er" if moment.day == 1 else str(moment.day)
    return f"{weekdays[moment.weekday()]} {day} {months[moment.month - 1]} {moment.year}"
