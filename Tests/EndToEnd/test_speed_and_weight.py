"""How heavy and how fast the pages are. Weights are limits; times depend on the machine and are printed, with a limit that only a fault reaches."""

import gzip
import statistics
import time

import pytest

from harness.robot import Robot
from harness.visitor import DEVICES, Visitor

FIRST_LOAD_BYTES = 150_000
FIRST_LOAD_REQUESTS = 6
PLANNING_BYTES = 72_000
PLANNING_WIRE_BYTES = 9_000
ROUNDS = 200


def parent_of_three(town):
    return max(town.parents, key=lambda person: min(len(person.children), 3))


@pytest.mark.parametrize("page", ["", "/creer-mon-espace", "/connexion"])
def test_a_first_load_is_light(browser, server, slug, page):
    visitor = Visitor(browser, server, DEVICES[0])
    size, requests = visitor.first_load(f"/{slug}{page}")
    visitor.close()
    assert size < FIRST_LOAD_BYTES and len(requests) <= FIRST_LOAD_REQUESTS, (size, requests)


@pytest.mark.parametrize("page", ["accueil", "famille", "reservations", "demandes", "messages"])
def test_a_private_first_load_is_light(browser, server, towns, page):
    town = towns["bondoufle"]
    visitor = Visitor(browser, server, DEVICES[0])
    visitor.sign_in(parent_of_three(town))
    size, requests = visitor.first_load(f"/{town.slug}/{page}")
    visitor.close()
    assert size < FIRST_LOAD_BYTES and len(requests) <= FIRST_LOAD_REQUESTS, (size, requests)


def test_a_planning_of_three_children_is_light_and_fast(server, towns, slug, record_property):
    robot = Robot(server)
    person = parent_of_three(towns[slug])
    robot.sign_in(person)
    for page in ("accueil", "reservations"):
        answer = robot.get(f"/{slug}/{page}")
        times = sorted(timed(robot, f"/{slug}/{page}") for _ in range(ROUNDS))
        p95 = times[int(0.95 * ROUNDS)]
        figures = f"{slug}/{page}: {len(answer.body)} bytes, {len(person.children)} children, "
        figures += f"median {statistics.median(times):.2f} ms, p95 {p95:.2f} ms"
        record_property("figure", figures)
        assert p95 < 100
    months = [robot.planning(slug), robot.open_planning(slug, robot.planning(slug).month)[0]]
    for planning in months:
        assert len(planning.answer.body) < PLANNING_BYTES, (planning.month, len(planning.answer.body))
        assert len(gzip.compress(planning.answer.body, 6)) < PLANNING_WIRE_BYTES, planning.month


def timed(robot, path):
    start = time.perf_counter()
    answer = robot.get(path, follow=False)
    assert answer.status == 200
    return (time.perf_counter() - start) * 1000
