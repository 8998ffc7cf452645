"""The clé enfance opens one household, once, and every mistake is told in one sentence beside its field."""

import pytest

from harness.newcomer import registration
from harness.robot import Robot


@pytest.fixture
def desk(new_server):
    """A server of its own: refused keys slow down whoever tries them."""
    return new_server("registration")


def send(robot, slug, holder, **changes):
    """Sends the form as the holder of a key fills it in, with some fields changed."""
    return robot.submit(robot.get(f"/{slug}/creer-mon-espace"), "creer-mon-espace", **registration(holder, **changes))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", None, "Choisissez Madame ou Monsieur."),
        ("firstName", "", "Indiquez votre prénom."),
        ("lastName", "<script>", "Un nom s'écrit avec des lettres"),
        ("postalCode", "9107", "Le code postal a cinq chiffres"),
        ("phone", "06 12", "Ce numéro de téléphone n'est pas complet."),
        ("email", "nulle part", "Cette adresse e-mail n'est pas valable."),
        ("login", "é", "L'identifiant a de 3 à 64 caractères"),
        ("password", "court", "Ce mot de passe est trop court"),
        ("password", "motdepasse123456", "Mélangez au moins trois sortes de caractères"),
        ("key", "", "Saisissez votre clé enfance."),
        ("key", "ABCD-EFGH-JKLM", "faute de frappe"),
    ],
)
def test_a_mistake_is_told_beside_its_field_and_what_was_typed_stays(server, towns, slug, field, value, sentence):
    holder = towns[slug].keys[0]
    answer = send(Robot(server), slug, holder, **{field: value})
    assert answer.status == 422
    assert sentence in answer.page.text
    assert answer.page.title.startswith("Erreur")
    kept = dict(answer.page.form("creer-mon-espace").fields)
    for name, typed in registration(holder, **{field: value}).items():
        assert kept.get(name, "") == ("" if name == "password" else typed or "")


def test_a_key_opens_its_own_portal_only_and_once(desk, towns):
    key = towns["bondoufle"].keys[1]
    stranger = send(Robot(desk), "charost", key)
    assert stranger.status == 422
    assert "Nous ne connaissons pas cette clé enfance." in stranger.page.text
    robot = Robot(desk)
    assert send(robot, "bondoufle", key).path == "/bondoufle/accueil"
    second = send(Robot(desk), "bondoufle", key, login="autre.famille")
    assert second.status == 422
    assert "Cette clé enfance a déjà servi, le 3 novembre 2026." in second.page.text


def test_a_login_that_is_taken_is_told_to_the_holder_of_a_key(desk, towns):
    town = towns["bondoufle"]
    answer = send(Robot(desk), "bondoufle", town.keys[2], login=town.parents[0].login)
    assert answer.status == 422
    assert "Cet identifiant est déjà pris" in answer.page.text


def test_the_newcomer_finds_the_household_as_the_town_prepared_it(desk, towns, slug):
    key = towns[slug].keys[3]
    robot = Robot(desk)
    home = send(robot, slug, key)
    assert home.page.headings[0][1] == f"Bonjour {key.title.capitalize()} {key.last_name}"
    family = robot.get(f"/{slug}/famille").page.text
    for child in key.children:
        assert child.first_name in family
        assert robot.get(f"/{slug}/enfants/{child.id}").status == 200
