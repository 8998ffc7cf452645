"""Fixtures of the journeys: a demo of five portals, servers on it, browsers in front of them."""

import itertools

import pytest
from playwright.sync_api import sync_playwright

from harness.demo import read_towns
from harness.robot import Robot
from harness.server import NOW, Server, run_command
from harness.visitor import DEVICES

SLUGS = ["gevrey-nuits", "bondoufle", "chanteloup-les-vignes", "charost", "chalonnes-sur-loire"]


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The data directory of a demo that no server has touched: servers run on copies of it."""
    directory = tmp_path_factory.mktemp("demo") / "data"
    made = run_command("demo", "--data", directory, "--seed", "1", "--now", NOW)
    assert made.returncode == 0, made.stderr
    return directory


@pytest.fixture(scope="session")
def towns(demo):
    """The portals of the demo and who can sign in there."""
    return read_towns(demo / "demo-accounts.json")


@pytest.fixture(scope="session")
def new_server(demo, tmp_path_factory, worker_id):
    """Makes servers with options of their own; those still running at the end are stopped."""
    made, number = [], itertools.count(1)

    def make(name, **options):
        server = Server(demo, tmp_path_factory.mktemp(name), f"{worker_id}-{next(number)}-{name}", **options).start()
        made.append(server)
        return server

    yield make
    for server in made:
        server.stop()


@pytest.fixture(scope="session")
def server(new_server):
    """The server of the tests that leave nothing behind."""
    return new_server("shared")


@pytest.fixture
def robot(server):
    robot = Robot(server)
    yield robot
    robot.close()


@pytest.fixture(scope="session")
def browser():
    """Debian's chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=DEVICES, ids=str)
def device(request):
    return request.param


# Each town on both screens with JavaScript; each screen without it in one town.
VISITS = [(slug, device) for slug in SLUGS for device in DEVICES if device.javascript]
VISITS += [(SLUGS[1], device) for device in DEVICES if not device.javascript]


@pytest.fixture(params=VISITS, ids=lambda visit: f"{visit[0]}-{visit[1]}")
def visit(request):
    """A town, and the screen that it is seen on."""
    return request.param


@pytest.fixture(params=SLUGS)
def slug(request):
    return request.param


def pytest_terminal_summary(terminalreporter):
    """Shows the figures that tests measured, whether they passed or not."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports if hasattr(report, "user_properties")]
    figures = sorted(
        str(value) for report in reports if getattr(report, "when", "") == "call" for name, value in report.user_properties if name == "figure"
    )
    if figures:
        terminalreporter.section("figures")
    for figure in figures:
        terminalreporter.line(figure)
