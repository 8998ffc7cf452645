"""FranceConnect as a second way in, in a real browser, against a provider that tells the truth and one that lies."""

import pytest

from harness.identity_provider import LIES, IdentityProvider
from harness.newcomer import PASSWORD, registration
from harness.server import Server, free_port
from harness.visitor import Device, Visitor

SLUG = "bondoufle"
CLIENT = "portail-bondoufle"
BUTTON = "S'identifier avec FranceConnect"

# The stand-in's own libraries announce their next versions.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def provider():
    with IdentityProvider(free_port(), CLIENT) as provider:
        yield provider


@pytest.fixture
def stage(demo, tmp_path, provider):
    """A portal that the provider knows, at the address where it really is."""
    server = Server(demo, tmp_path, "franceconnect", environment={"FC_SECRET": "secret"})
    server.options = ("--address", server.address)
    services = server.data / "services.yaml"
    services.write_text(f"{SLUG}:\n  franceconnect:\n    adresse: {provider.address}\n    client: {CLIENT}\n    variable du secret: FC_SECRET\n")
    services.chmod(0o600)
    with server:
        yield server


def identify(visitor, subject):
    """Leaves for the provider and comes back as somebody."""
    visitor.click("link", BUTTON)
    visitor.page.locator("input[name=sub]").fill(subject)
    visitor.click("button", "Authorize")


@pytest.mark.parametrize("width", [390])
def test_a_newcomer_comes_in_with_franceconnect_and_lies_open_nothing(browser, stage, provider, towns, width):
    town = towns[SLUG]
    holder = town.keys[0]
    provider.knows(
        "sub-1",
        given_name=f"{holder.first_name} Claire",
        family_name=holder.last_name,
        birthdate="1984-08-24",
        gender="female" if holder.title.lower() == "madame" else "male",
        birthplace="75107",
        birthcountry="99100",
        email="angela@courriel.example",
    )
    visitor = Visitor(browser, stage, Device(width, 844, False), "franceconnect")
    visitor.open(f"/{SLUG}/connexion")
    visitor.assert_accessible("connexion")
    identify(visitor, "sub-1")
    assert visitor.page.url == f"{stage.address}/{SLUG}/franceconnect/bienvenue"
    visitor.assert_accessible("bienvenue")
    creates_the_account(visitor, holder)
    attached_in_the_account(visitor)
    signs_out_everywhere(visitor)
    stops_on_the_way(visitor)
    for lie in LIES:
        provider.lie = lie
        visitor.open(f"/{SLUG}/connexion")
        identify(visitor, "sub-1")
        assert "n'a pas pu être vérifiée" in visitor.text, lie
    provider.lie = None
    visitor.assert_accessible("refus")
    visitor.open(f"/{SLUG}/famille")
    assert visitor.page.url.endswith(f"/{SLUG}/connexion?suite=famille")
    identify(visitor, "sub-1")
    assert visitor.page.url == f"{stage.address}/{SLUG}/famille"
    used = visitor.page.goto(visitor.returned)
    assert used.status == 422 and "a déjà servi" in visitor.text
    visitor.close()


def creates_the_account(visitor, holder):
    visitor.click("link", "Créer mon espace")
    assert visitor.field("Nom").input_value() == holder.last_name
    assert visitor.field("Adresse e-mail").input_value() == "angela@courriel.example"
    visitor.assert_accessible("creation")
    typed = registration(holder)
    labels = {
        "Adresse": "street", "Code postal": "postalCode", "Commune": "city", "Téléphone": "phone", "Identifiant": "login", "Clé enfance": "key",
    }  # fmt: skip
    for label, name in labels.items():
        visitor.fill(label, typed[name])
    visitor.fill("Mot de passe", PASSWORD)
    visitor.click("button", "Créer mon espace")
    assert "Votre espace est créé" in visitor.text


def attached_in_the_account(visitor):
    visitor.open(f"/{SLUG}/mon-compte/franceconnect")
    assert "Identité associée" in visitor.text
    visitor.assert_accessible("mon-compte")


def signs_out_everywhere(visitor):
    visitor.page.get_by_role("button", name="Se déconnecter").first.click()
    visitor.page.wait_for_url("**/oauth2/end_session?*")
    assert "id_token_hint" in visitor.page.url
    visitor.click("button", "End session")
    assert "Vous êtes déconnecté" in visitor.text


def stops_on_the_way(visitor):
    visitor.open(f"/{SLUG}/connexion")
    visitor.click("link", BUTTON)
    visitor.click("button", "Deny")
    assert "Vous avez interrompu" in visitor.text
    visitor.returned = visitor.page.url
