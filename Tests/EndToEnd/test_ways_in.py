"""Coming in without a clé enfance, keeping others out, and the letters that carry keys: whole stories, on a telephone where parents live."""

import base64
import email
import email.policy
import hashlib
import hmac
import re
import time
from datetime import datetime

import pytest

from harness.server import NOW, Server
from harness.visitor import DEVICES, Visitor

DESK, TELEPHONE = DEVICES[0], DEVICES[3]
PASSWORD = "Trois-Tilleuls-1871"
PATIENCE = 20


@pytest.fixture(scope="module")
def town(demo, tmp_path_factory):
    server = Server(demo, tmp_path_factory.mktemp("ways-in"), "ways-in").start()
    server.started = time.monotonic()
    yield server
    server.stop()


def staff(browser, server, towns, slug, name):
    member = next(each for each in towns[slug].agents if each.login == name)
    visitor = Visitor(browser, server, DESK, f"{slug}-{name}")
    visitor.sign_in(member)
    return visitor


def letter(server, recipient, subject):
    """The text of the letter to somebody, which lies in the data directory where there is no mail server."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for path in (server.data / "outbox").glob("*.eml"):
            found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if found["To"] == recipient and subject in found["Subject"]:
                body = found.get_body(("plain",))
                return body.get_content()
        time.sleep(0.05)
    raise AssertionError(f"no letter to {recipient} about {subject} in {PATIENCE} s")


def test_the_town_prepares_an_account_and_the_parent_chooses_a_password(browser, town, towns):
    holder = towns["charost"].keys[0]
    desk = staff(browser, town, towns, "charost", "guichet")
    desk.open(f"/charost/agents/comptes?nom={holder.last_name}")
    row = desk.page.get_by_role("row", name=re.compile(f"{holder.first_name} {holder.last_name}", re.IGNORECASE))
    address = row.locator("td").nth(1).inner_text()
    row.get_by_role("button", name="Préparer un compte").click()
    assert "Le compte est prêt" in desk.text
    desk.assert_accessible("compte-prepare")
    text = letter(town, address, "prêt")
    login = re.search(r"identifiant\s*:\s*(\S+)", text, re.IGNORECASE)[1]
    secret = re.search(r"mot de passe\s*:\s*(\S+)", text, re.IGNORECASE)[1]
    parent = Visitor(browser, town, TELEPHONE, "prepare")
    parent.open("/charost/connexion")
    parent.fill("Identifiant", login)
    parent.fill("Mot de passe", secret)
    parent.click("button", "Connexion")
    assert "Choisissez votre mot de passe" in parent.text
    parent.assert_accessible("premier-mot-de-passe")
    # Nothing else opens before.
    parent.open("/charost/famille")
    assert "Choisissez votre mot de passe" in parent.text
    parent.page.locator("input[type=password]").first.fill(PASSWORD)
    parent.click("button", "Enregistrer")
    assert parent.page.url.endswith("/accueil")
    assert all(child.first_name in parent.text for child in holder.children)
    parent.close()
    desk.close()


def test_a_family_that_the_town_does_not_know_is_recognised(browser, town, towns):
    marie = next(each for each in towns["bondoufle"].parents if each.login == "marie.dupont")
    parent = Visitor(browser, town, TELEPHONE, "inconnue")
    parent.open("/bondoufle/creer-mon-espace/sans-cle")
    parent.page.get_by_label("Madame", exact=True).check()
    for label, value in {
        "Prénom": "Louise",
        "Nom": "Berger",
        "Adresse": "4 rue Neuve",
        "Code postal": "91070",
        "Commune": "Bondoufle",
        "Téléphone": "06 39 98 55 01",
        "Adresse e-mail": "louise.berger@courriel.example",
    }.items():
        parent.fill(label, value)
    parent.page.locator("input[type=password]").fill(PASSWORD)
    first = parent.page.get_by_role("group", name="Premier enfant")
    first.get_by_label("Prénom de l'enfant", exact=True).fill("Noé")
    first.get_by_label("Nom de l'enfant", exact=True).fill("Berger")
    parent.click("button", "Créer mon espace")
    # The day of birth is missing: the rest is still there.
    assert first.get_by_label("Prénom de l'enfant", exact=True).input_value() == "Noé"
    first.get_by_label("Date de naissance").fill("2019-05-04")
    parent.page.locator("input[type=password]").fill(PASSWORD)
    parent.click("button", "Créer mon espace")
    assert "Mon rattachement" in parent.text and "Demande envoyée" in parent.text
    parent.assert_accessible("rattachement")
    desk = staff(browser, town, towns, "bondoufle", "guichet")
    desk.open("/bondoufle/agents/rattachements")
    desk.click("link", re.compile("Louise Berger"))
    assert "Foyers qui ressemblent" in desk.text
    desk.assert_accessible("rattachement-agent")
    desk.click("button", "Créer le foyer")
    parent.open("/bondoufle/accueil")
    assert "Noé" in parent.text and marie.children[0].first_name not in parent.text
    assert "rattach" in letter(town, "louise.berger@courriel.example", "rattachement")
    parent.close()
    desk.close()


def test_a_code_of_the_telephone_and_a_recovery_code_without_it(browser, town, towns):
    person = next(each for each in towns["chanteloup-les-vignes"].parents if each.login == "marie.dupont")
    parent = Visitor(browser, town, TELEPHONE, "double")
    parent.sign_in(person)
    assert "Bonjour Madame" in parent.text and "Co-représentant" in parent.text
    parent.open(f"/{person.slug}/mon-compte/double-authentification")
    parent.click("button", "Commencer")
    secret = parent.page.locator("code.secret").first.inner_text().replace(" ", "")
    parent.fill("Code", "000000")
    parent.click("button", "Activer")
    parent.assert_accessible("code-faux")
    # The server's clock goes on from the demo's moment; a step of difference is accepted.
    now = datetime.fromisoformat(NOW).timestamp() + time.monotonic() - town.started
    parent.fill("Code", one_time_code(secret, now))
    parent.click("button", "Activer")
    assert "Vos codes de secours" in parent.text
    parent.assert_accessible("codes-de-secours")
    recovery = parent.page.locator("code.secret").first.inner_text()
    parent.click("button", "Se déconnecter")
    parent.sign_in(person)
    assert "Votre code" in parent.text
    parent.assert_accessible("code")
    parent.fill("Code", recovery)
    parent.click("button", "Connexion")
    assert parent.page.url.endswith("/accueil")
    parent.close()


def one_time_code(secret, seconds):
    """RFC 6238 with the usual parameters."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, int(seconds // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_campaign_prints_its_letters(browser, town, towns):
    desk = staff(browser, town, towns, "gevrey-nuits", "guichet")
    holder = towns["gevrey-nuits"].keys[0]
    desk.open(f"/gevrey-nuits/agents/foyers?nom={holder.last_name}")
    desk.click("link", re.compile(holder.last_name, re.IGNORECASE))
    while desk.page.get_by_role("button", name="Annuler", exact=True).count():
        desk.click("button", "Annuler")
        desk.page.wait_for_load_state("domcontentloaded")
    desk.open("/gevrey-nuits/agents/campagnes")
    desk.fill("Nom de la campagne", "Rentrée 2027")
    desk.click("button", "Donner les clés")
    assert "Les clés sont données" in desk.text
    desk.assert_accessible("campagne")
    refused = desk.page.get_by_role("button", name="Télécharger les lettres (PDF)")
    if refused.count():
        with desk.page.expect_download() as download:
            refused.click()
        assert download.value.path().read_bytes().startswith(b"%PDF-")
    desk.close()
