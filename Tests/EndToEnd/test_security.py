"""What protects a family's data on the wire: headers, cookies, caching."""

import re

import pytest

from harness.robot import Robot

PUBLIC = ["/", "/bondoufle", "/bondoufle/connexion", "/bondoufle/creer-mon-espace", "/inconnu", "/bondoufle/inconnu"]
PRIVATE = ["/bondoufle/accueil", "/bondoufle/reservations", "/bondoufle/famille", "/bondoufle/enfants/1000000"]


@pytest.fixture
def parent(server, towns):
    robot = Robot(server)
    robot.sign_in(towns["bondoufle"].parents[0])
    return robot


@pytest.mark.parametrize("path", PUBLIC + PRIVATE)
def test_every_page_is_locked_down(server, parent, path):
    answer = (parent if path in PRIVATE else Robot(server)).get(path, follow=False)
    policy = dict(rule.strip().partition(" ")[::2] for rule in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_session_cookie_is_out_of_reach(server, towns):
    town = towns["bondoufle"]
    robot = Robot(server)
    login = {"identifiant": town.parents[0].login, "motdepasse": town.parents[0].password}
    before = dict(robot.cookies)
    answer = robot.submit(robot.get("/bondoufle/connexion"), "connexion", follow=False, **login)
    cookies = answer.headers.get_all("Set-Cookie")
    host_only = [cookie for cookie in cookies if cookie.startswith("__Host-famille")]
    assert len(host_only) == 1
    for cookie in cookies:
        attributes = [part.strip() for part in cookie.split(";")[1:]]
        assert {"Path=/", "HttpOnly", "SameSite=Lax"} <= set(attributes), cookie
        assert not any(part.startswith("Domain") for part in attributes), cookie
    assert "Secure" in host_only[0]
    assert not set(before.values()) & set(robot.cookies.values())


def test_static_files_are_kept_by_the_browser_and_nothing_else_is_served(server):
    robot = Robot(server)
    files = set(re.findall(r'"(/assets/[^"#]+)', robot.get("/charost/connexion").html))
    assert {file.split("?")[0] for file in files} == {"/assets/portal.css", "/assets/icons.svg"}
    for file in files:
        answer = robot.get(file)
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"], file
    for path in [
        "/../Package.swift",
        "/%2e%2e/Package.swift",
        "/..%2fPackage.swift",
        "/data/demo-accounts.json",
        "/.git/config",
        "//etc/passwd",
    ]:
        assert robot.get(path, follow=False).status in (400, 404), path
