"""What parents change in their family's file and what the service answers: whole stories between people in front of their own screens."""

import json
import re
import zipfile

import pytest

from harness.server import Server
from harness.visitor import DEVICES, Visitor

DESK, TELEPHONE = DEVICES[0], DEVICES[2]
SLUG = "bondoufle"


@pytest.fixture(scope="module")
def town(demo, tmp_path_factory):
    server = Server(demo, tmp_path_factory.mktemp("family-file"), "family-file").start()
    yield server
    server.stop()


@pytest.fixture
def marie(browser, town, towns):
    visitor = Visitor(browser, town, TELEPHONE, "famille", accept_downloads=True)
    visitor.sign_in(next(each for each in towns[SLUG].parents if each.login == "marie.dupont"))
    yield visitor
    visitor.close()


@pytest.fixture
def desk(browser, town, towns):
    visitor = Visitor(browser, town, DESK, "famille-agent")
    visitor.sign_in(next(each for each in towns[SLUG].agents if each.login == "guichet"))
    yield visitor
    visitor.close()


def test_a_change_waits_for_the_service_and_is_refused_with_a_reason(marie, desk):
    marie.open(f"/{SLUG}/famille")
    marie.click("link", re.compile("Modifier\\s*: votre nom"))
    marie.fill("Nom", "Durand")
    marie.click("button", "Demander la modification")
    assert "En attente du service" in marie.text and "Durand" in marie.text
    marie.assert_accessible("modifications")
    desk.open(f"/{SLUG}/agents/modifications")
    card = desk.page.get_by_role("region", name=re.compile("Votre nom")).or_(desk.page.locator("section", has_text="Durand")).first
    card.get_by_role("button", name="Je m'en occupe").click()
    desk.page.locator("summary", has_text="Filtrer").click()
    desk.page.get_by_label(re.compile("^Suivi")).select_option(label="À moi")
    desk.click("button", "Filtrer")
    assert "Vous vous en occupez" in desk.text
    desk.assert_accessible("modifications-a-moi")
    card = desk.page.locator("section", has_text="Durand").first
    card.get_by_role("button", name="Refuser").click()
    assert "Dites pourquoi" in desk.text
    card = desk.page.locator("section", has_text="Durand").first
    card.get_by_label(re.compile("Motif")).fill("Il manque le jugement.")
    card.get_by_role("button", name="Refuser").click()
    marie.open(f"/{SLUG}/modifications")
    assert "Refusée" in marie.text and "Il manque le jugement." in marie.text
    marie.open(f"/{SLUG}/messages")
    assert "Il manque le jugement." in marie.text


def test_the_quotient_is_computed_and_the_data_downloaded(marie):
    marie.open(f"/{SLUG}/famille")
    marie.click("link", "Quotient familial")
    marie.page.get_by_label(re.compile("Revenus nets")).fill("24000")
    marie.page.get_by_label(re.compile("Prestations familiales")).fill("abc")
    marie.click("button", "Calculer")
    assert marie.page.get_by_label(re.compile("Revenus nets")).input_value() == "24000"
    marie.page.get_by_label(re.compile("Prestations familiales")).fill("150")
    marie.click("button", "Calculer")
    assert "Votre quotient" in marie.text
    marie.assert_accessible("quotient")
    marie.click("button", "Déclarer ce quotient")
    assert "À vérifier par le service" in marie.text
    marie.open(f"/{SLUG}/mon-compte/mes-donnees")
    with marie.page.expect_download() as download:
        marie.click("button", "Télécharger l'archive")
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None
        data = json.loads(archive.read("mes-donnees.json"))
    assert data["quotients"] and data["enfants"] and data["reservations"] and "presences" in data


def test_two_homes_swap_days(browser, town, towns):
    first, second, child = two_homes(towns[SLUG])
    asking, other = (Visitor(browser, town, TELEPHONE, f"garde-{each.login}") for each in (first, second))
    asking.sign_in(first)
    asking.open(f"/{SLUG}/enfants/{child.id}")
    asking.click("link", "Garde alternée")
    assert "chez vous" in asking.text and "à l'autre foyer" in asking.text
    asking.fill("Du", "2026-12-10")
    asking.fill("Au, ce jour compris", "2026-12-09")
    asking.page.get_by_label("chez moi").check()
    asking.click("button", "Envoyer la demande")
    assert "Le dernier jour vient avant le premier." in asking.text
    asking.fill("Au, ce jour compris", "2026-12-11")
    asking.click("button", "Envoyer la demande")
    assert "En attente de réponse" in asking.text
    asking.assert_accessible("echange")
    other.sign_in(second)
    other.open(f"/{SLUG}/enfants/{child.id}/garde")
    other.click("button", "Accepter")
    assert "Accepté" in other.text
    asking.open(f"/{SLUG}/enfants/{child.id}/garde?mois=2026-12")
    assert "Accepté" in asking.text and "Du 10 au 11 décembre 2026" in asking.text
    asking.close()
    other.close()


def two_homes(town):
    """Two parents of different households with a child in common."""
    for first in town.parents:
        for second in town.parents:
            if first.household != second.household:
                for child in first.children:
                    if child.id in {each.id for each in second.children}:
                        return first, second, child
    raise AssertionError(f"no child of {town.slug} has two homes")


def test_the_classes_of_the_next_year_are_confirmed_once_and_taken_back(marie, desk):
    desk.open(f"/{SLUG}/agents/passage")
    year = re.search(r"Passage en (\d{4}-\d{4})", desk.text).group(1)
    desk.assert_accessible("passage")
    desk.click("link", "École maternelle Mermoz")
    desk.page.get_by_role("link", name=re.compile("^Corriger ")).first.click()
    desk.page.get_by_label(re.compile("^Classe")).fill("MS (à mi-temps)")
    desk.click("button", "Enregistrer")
    assert "C'est enregistré" in desk.text and "MS (à mi-temps)" in desk.text
    desk.page.get_by_role("button", name=re.compile("Confirmer le passage")).click()
    assert "Le passage est confirmé" in desk.text and "Annuler le passage" in desk.text
    marie.open(f"/{SLUG}/famille")
    marie.page.get_by_role("link", name=re.compile("Rémi")).first.click()
    assert year in marie.text
    marie.assert_accessible("ecole-par-annee")
    desk.click("button", "Annuler le passage")
    assert "Le passage est annulé" in desk.text
    marie.page.reload()
    assert year not in marie.text


def test_the_hour_at_which_a_child_comes_reaches_the_roll_call(marie, desk):
    marie.open(f"/{SLUG}/reservations")
    marie.page.get_by_role("link", name=re.compile("^Heures de ")).first.click()
    marie.assert_accessible("heures")
    marie.field("Heure d'arrivée (facultatif)").select_option("07:30")
    marie.click("button", "Enregistrer les heures habituelles")
    morning = marie.page.get_by_role("link", name=re.compile("^Changer les heures du .*Matin$")).first
    day = morning.get_attribute("href").rpartition("/")[2]
    morning.click()
    marie.assert_accessible("heures-du-jour")
    assert "Comme d'habitude (7 h 30)" in marie.text.replace("\xa0", " ")
    marie.field("Heure d'arrivée (facultatif)").select_option("08:15")
    marie.click("button", "Enregistrer pour ce jour")
    assert "Ce jour seulement" in marie.text
    desk.open(f"/{SLUG}/agents/pointage?activite=periscolaire&unite=matin&jour={day}")
    assert "Attendu à 8 h 15" in desk.text.replace("\xa0", " ")
    desk.assert_accessible("pointage-heures")


def test_a_family_is_reminded_and_checks_its_file(marie, desk):
    desk.open(f"/{SLUG}/agents/verifications?etat=a-certifier")
    desk.assert_accessible("verifications")
    desk.page.get_by_role("button", name=re.compile("Relancer ceux")).click()
    assert "Les relances partent" in desk.text
    marie.open(f"/{SLUG}/messages")
    assert "vérifiez votre dossier" in marie.text
    marie.open(f"/{SLUG}/accueil")
    marie.page.get_by_role("link", name=re.compile("Vérifier mes informations")).click()
    marie.page.get_by_label("Ces informations sont exactes et à jour").check()
    marie.click("button", "Certifier mon dossier")
    assert "Dossier certifié" in marie.text
    marie.open(f"/{SLUG}/accueil")
    assert "Vérifier mes informations" not in marie.text
