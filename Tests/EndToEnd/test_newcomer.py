"""The newcomer's way through a portal, from the list of towns to a child on the day's list, on every screen and without JavaScript."""

import functools
import re

import pytest

from harness.robot import Robot
from harness.visitor import Visitor

PASSWORD = "Trois-Tilleuls-1871"


@pytest.fixture(scope="module")
def stage_of(new_server):
    """A server for each screen, so that each newcomer finds the demo as it was made."""
    return functools.cache(lambda device: new_server(f"newcomer-{device}"))


def test_a_newcomer_creates_the_account_books_and_cancels(browser, stage_of, towns, visit):
    slug, device = visit
    town, stage = towns[slug], stage_of(device)
    key = next(key for key in town.keys if any("mercredi" in code for child in key.children for code in child.activities))
    visitor = Visitor(browser, stage, device, slug)
    finds_the_town(visitor, town)
    creates_the_account(visitor, key)
    signs_out_and_in(visitor, key)
    child = opens_a_child(visitor, key)
    slot = books_a_day(visitor, child)
    staff_expects(stage, town, child, slot)
    cancels(visitor, slot)
    reads_what_was_kept(visitor)
    visitor.close()


def finds_the_town(visitor, town):
    visitor.open("/")
    visitor.assert_accessible("villes")
    visitor.click("link", re.compile(re.escape(town.name)))
    visitor.assert_accessible("accueil")
    visitor.page.get_by_role("link", name="Créer mon espace").first.click()


def creates_the_account(visitor, key):
    """With a password that is too short and a key with a slip first: what was typed stays, but for the password."""
    visitor.assert_accessible("creation")
    fields = {
        "Prénom": key.first_name,
        "Nom": key.last_name,
        "Adresse": key.street,
        "Code postal": key.postal_code,
        "Commune": key.city,
        "Téléphone": "06 39 98 12 34",
        "Adresse e-mail": "nouvelle.famille@courriel.example",
        "Identifiant": "nouvelle.famille",
    }
    visitor.page.get_by_label({"madame": "Madame", "monsieur": "Monsieur"}[key.title.lower()], exact=True).check()
    for label, value in fields.items():
        visitor.fill(label, value)
    visitor.fill("Mot de passe", "court")
    visitor.fill("Clé enfance", "ABCD-EFGH-JKLM")
    visitor.click("button", "Créer mon espace")
    assert "2 réponses sont à corriger" in visitor.text
    assert "faute de frappe" in visitor.text or "ne connaissons pas" in visitor.text
    for label, value in fields.items():
        assert visitor.field(label).input_value() == value
    assert visitor.field("Mot de passe").input_value() == ""
    visitor.assert_accessible("creation-refusee")
    visitor.fill("Mot de passe", PASSWORD)
    visitor.fill("Clé enfance", key.key.lower())
    visitor.click("button", "Créer mon espace")
    assert visitor.page.url.endswith("/accueil")
    assert "première connexion" in visitor.text
    visitor.assert_accessible("bienvenue")


def signs_out_and_in(visitor, key):
    visitor.click("button", "Se déconnecter")
    visitor.fill("Identifiant", "nouvelle.famille")
    visitor.fill("Mot de passe", PASSWORD)
    visitor.click("button", "Connexion")
    title = {"madame": "Madame", "monsieur": "Monsieur"}[key.title.lower()]
    assert visitor.page.get_by_role("heading", level=1).inner_text() == f"Bonjour {title} {key.last_name}"
    assert "Dernière connexion le" in visitor.text
    for words in ("Mon tableau de bord", "Ma famille", "Membres foyer"):
        assert words in visitor.text
    visitor.assert_accessible("mon-espace")
    visitor.click("link", "Messages")
    assert "nouvelle.famille" in visitor.text
    visitor.assert_accessible("messages")


def opens_a_child(visitor, key):
    child = next(child for child in key.children if any("mercredi" in code for code in child.activities))
    visitor.click("link", "Ma famille")
    visitor.assert_accessible("famille")
    visitor.click("link", re.compile(f"^{child.first_name}"))
    assert child.first_name in visitor.page.get_by_role("heading", level=1).inner_text()
    visitor.assert_accessible("enfant")
    visitor.page.get_by_role("link", name="Modifier les réservations").first.click()
    return child


def books_a_day(visitor, child):
    """The first free Wednesday that the planning offers to this child; months without any are leafed through."""
    for _ in range(10):
        box = visitor.free_box(child, weekday=2)
        if box:
            break
        visitor.page.get_by_role("navigation", name="Mois").get_by_role("link").last.click()
    assert box, "no Wednesday is free"
    visitor.assert_accessible("planning")
    visitor.tick(box)
    visitor.picture("coche")
    visitor.click("button", "Voir le récapitulatif")
    assert child.first_name in visitor.text
    assert "mercredi" in visitor.text
    visitor.assert_accessible("recapitulatif")
    visitor.click("button", re.compile("Confirmer"))
    assert re.search(r"/demandes/\d+$", visitor.page.url)
    assert "Réservé" in visitor.text
    visitor.assert_accessible("reponse")
    return box


def staff_expects(server, town, child, slot):
    agent = Robot(server)
    agent.sign_in(town.agents[0])
    activity = next(code for code in child.activities if "mercredi" in code)
    page = agent.get(f"/{town.slug}/agents/listes?activite={activity}&jour={slot.day}").page
    assert f"{child.last_name} {child.first_name}" in page.text


def cancels(visitor, slot):
    visitor.open(f"/{visitor.slug}/reservations?mois={slot.day:%Y-%m}")
    assert visitor.page.locator(f'input[value="{slot.text}"]').is_checked()
    visitor.tick(slot, checked=False)
    visitor.click("button", "Voir le récapitulatif")
    visitor.assert_accessible("recapitulatif-annulation")
    visitor.click("button", re.compile("Confirmer"))
    assert "Annulé" in visitor.text
    visitor.open(f"/{visitor.slug}/reservations?mois={slot.day:%Y-%m}")
    assert not visitor.page.locator(f'input[value="{slot.text}"]').is_checked()


def reads_what_was_kept(visitor):
    visitor.open(f"/{visitor.slug}/demandes")
    assert visitor.page.get_by_role("link", name=re.compile("Demande n°")).count() == 2
    visitor.assert_accessible("demandes")


def test_the_staff_pages_are_accessible(browser, server, towns, visit):
    slug, device = visit
    town = towns[slug]
    visitor = Visitor(browser, server, device, f"{slug}-agents")
    visitor.open(f"/{slug}/agents/connexion")
    visitor.assert_accessible("connexion")
    visitor.fill("Identifiant", town.agents[0].login)
    visitor.fill("Mot de passe", town.agents[0].password)
    visitor.click("button", "Connexion")
    visitor.assert_accessible("aujourd-hui")
    visitor.page.locator("main a[href*='/agents/listes']").first.click()
    visitor.assert_accessible("liste")
    menu = visitor.page.locator(".rail-button summary")
    if menu.is_visible():
        menu.click()
    visitor.click("link", "Courriels")
    visitor.assert_accessible("courriels")
    visitor.close()
