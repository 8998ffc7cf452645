"""Who asks for what is not there or not theirs gets a French page that helps."""

import urllib.parse

from harness.robot import Robot
from harness.visitor import Visitor


def test_an_unknown_page_is_a_french_404_that_helps(browser, server, device):
    visitor = Visitor(browser, server, device, "404")
    for path in ["/inconnu", "/bondoufle/inconnu", "/bondoufle/enfants/abc", "/bondoufle/reservations?mois=2026-13", "/.env"]:
        answer = visitor.open(path)
        assert answer.status == 404, path
        assert "introuvable" in visitor.text, path
        assert visitor.page.get_by_role("link", name="portails").count() >= 1, path
    visitor.assert_accessible("introuvable")
    visitor.close()


def test_a_page_for_parents_sends_a_visitor_to_sign_in_and_back(server, towns, slug):
    town = towns[slug]
    robot = Robot(server)
    answer = robot.get(f"/{slug}/reservations")
    assert answer.path.startswith(f"/{slug}/connexion?suite=reservations")
    answer = robot.submit(answer, "connexion", identifiant=town.parents[0].login, motdepasse=town.parents[0].password)
    assert answer.path == f"/{slug}/reservations"
    assert answer.status == 200


def test_the_way_back_never_leaves_the_portal(server, towns):
    town = towns["bondoufle"]
    for suite in [
        "accueil",
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "../charost/accueil",
        "deconnexion",
    ]:
        robot = Robot(server)
        answer = robot.get(f"/bondoufle/connexion?suite={urllib.parse.quote(suite)}")
        login = {"identifiant": town.parents[0].login, "motdepasse": town.parents[0].password}
        answer = robot.submit(answer, "connexion", follow=False, **login)
        assert answer.location.startswith("/bondoufle/"), (suite, answer.location)


def test_a_strangers_child_request_and_mail_are_404(server, towns, slug):
    town = towns[slug]
    mine, theirs = town.two_strangers()
    robot = Robot(server)
    robot.sign_in(mine)
    for child in theirs.children:
        answer = robot.get(f"/{slug}/enfants/{child.id}")
        assert answer.status == 404
        assert child.first_name not in answer.page.text
    for child in mine.children:
        assert robot.get(f"/{slug}/enfants/{child.id}").status == 200
    assert robot.get(f"/{slug}/demandes/1000000").status == 404
    assert robot.get(f"/{slug}/agents/courriels/1", follow=False).status in (303, 404)


def test_a_session_opens_one_portal_and_one_role_only(server, towns):
    robot = Robot(server)
    robot.sign_in(towns["bondoufle"].parents[0])
    assert robot.get("/bondoufle/accueil", follow=False).status == 200
    assert robot.get("/charost/accueil", follow=False).status == 303
    assert robot.get("/bondoufle/agents", follow=False).status == 303
    agent = Robot(server)
    agent.sign_in(towns["bondoufle"].agents[0])
    assert agent.get("/bondoufle/agents", follow=False).status == 200
    assert agent.get("/bondoufle/accueil", follow=False).status == 303


def test_a_wrong_password_says_nothing_about_who_exists(server, towns):
    town = towns["charost"]
    sentences = set()
    for login in (town.parents[0].login, "personne.inconnue"):
        robot = Robot(server)
        answer = robot.submit(robot.get("/charost/connexion"), "connexion", identifiant=login, motdepasse="Pas-le-bon-mot-1")
        assert answer.status == 422
        assert "Pas-le-bon-mot-1" not in answer.html
        assert f'value="{login}"' in answer.html
        sentences.add(answer.page.text.replace(login, ""))
    assert len(sentences) == 1


def test_a_form_from_elsewhere_is_refused(server, towns):
    town = towns["bondoufle"]
    robot = Robot(server)
    robot.sign_in(town.parents[0])
    answer = robot.post("/bondoufle/deconnexion", [])
    assert answer.status == 403
    assert "Rien n'a été enregistré" in answer.page.text
    assert robot.get("/bondoufle/accueil", follow=False).status == 200


def test_signing_out_ends_the_session_on_the_server(server, towns):
    robot = Robot(server)
    robot.sign_in(towns["bondoufle"].parents[0])
    kept = dict(robot.cookies)
    robot.submit(robot.get("/bondoufle/accueil"), "deconnexion")
    robot.cookies = kept
    assert robot.get("/bondoufle/accueil", follow=False).status == 303
