"""Many days at once: how few interactions a term takes, on every screen and without JavaScript, and that a year goes through."""

import datetime
import re

import pytest

from harness.robot import Robot
from harness.visitor import DEVICES, Visitor

SLUG = "bondoufle"


class Counter:
    """Presses on behalf of a visitor and counts each press."""

    def __init__(self, visitor):
        self.visitor, self.count = visitor, 0

    def press(self, locator):
        self.count += 1
        locator.click()

    def link(self, name):
        self.press(self.visitor.page.get_by_role("link", name=name).first)

    def button(self, name):
        self.press(self.visitor.page.get_by_role("button", name=name).first)

    def box(self, locator):
        """A box is hidden behind its label, as people press it."""
        self.count += 1
        locator.check(force=True)


@pytest.fixture(scope="module")
def stage(new_server, device):
    return new_server(f"fast-entry-{device}")


def parent_of_two(town):
    return next(person for person in town.parents if len(person.children) == 2)


def test_a_term_of_tuesdays_for_two_children_takes_six_interactions_and_one_more_day_three(browser, stage, towns, device):
    person = parent_of_two(towns[SLUG])
    visitor = Visitor(browser, stage, device, "rythme")
    visitor.sign_in(person)
    visitor.open(f"/{SLUG}/reservations")
    counter = Counter(visitor)
    counter.link("Remplir plusieurs semaines")
    visitor.assert_accessible("semaine-vide")
    for child in person.children:
        counter.box(visitor.page.get_by_role("checkbox", name=re.compile(f"^{child.first_name}, Soir, mardi")))
    counter.button("Voir le récapitulatif")
    assert "Rien n'est encore enregistré" in visitor.text
    assert "Ce que cela change" in visitor.text
    visitor.assert_accessible("recapitulatif")
    counter.button(re.compile("Confirmer"))
    assert re.search(r"/demandes/\d+$", visitor.page.url) and "C'est enregistré" in visitor.text
    visitor.assert_accessible("reponse")
    assert counter.count <= 6, counter.count
    for child in person.children:
        assert f"{child.first_name}, Soir" in visitor.text

    visitor.open(f"/{SLUG}/reservations?mois=2027-01")
    counter = Counter(visitor)
    child = person.children[0]
    box = visitor.free_box(child, weekday=0)
    counter.box(visitor.page.locator(f'input[value="{box.text}"]'))
    counter.button("Voir le récapitulatif")
    counter.button(re.compile("Confirmer"))
    assert "Un changement est enregistré" in visitor.text
    assert counter.count <= 3, counter.count
    visitor.close()


def test_days_are_left_out_and_the_pattern_comes_back_as_it_was(browser, stage, towns, device):
    person = parent_of_two(towns["charost"])
    visitor = Visitor(browser, stage, device, "exceptions")
    visitor.sign_in(person)
    visitor.open("/charost/reservations/remplir")
    visitor.click("button", "Voir le récapitulatif")
    assert "Cochez au moins un jour" in visitor.text
    visitor.assert_accessible("rien-de-coche")
    child = person.children[0]
    boxes = visitor.page.get_by_role("checkbox", name=re.compile(f"^{child.first_name}, .*, (mardi|jeudi)"))
    wanted = [boxes.nth(index).get_attribute("value") for index in range(min(boxes.count(), 2))]
    for value in wanted:
        visitor.page.locator(f'input[value="{value}"]').check(force=True)
    visitor.page.get_by_label(re.compile("Entre deux dates")).check(force=True)
    visitor.fill("Du", "2027-01-04")
    visitor.fill("Au", "2027-02-05")
    visitor.click("button", "Voir le récapitulatif")
    visitor.click("button", "Modifier la demande")
    for value in wanted:
        assert visitor.page.locator(f'input[value="{value}"]').is_checked()
    assert visitor.field("Du").input_value() == "2027-01-04"
    visitor.click("button", "Voir le récapitulatif")
    visitor.page.get_by_text("Retirer des jours", exact=True).click()
    days = visitor.page.locator("input[name=jour]")
    total, left_out = days.count(), days.first.get_attribute("value")
    days.first.uncheck(force=True)
    visitor.assert_accessible("jours-retires")
    visitor.click("button", re.compile("Confirmer"))
    assert "C'est enregistré" in visitor.text
    kept = visitor.page.evaluate("() => document.querySelector('main').innerText")
    number = datetime.date.fromisoformat(left_out).day
    assert total > 4 and not re.search(rf"\b{number} janvier", kept)
    visitor.close()


def test_a_year_of_school_days_goes_through_at_once(new_server, towns):
    """Five days a week of every unit for all children until the summer: hundreds of changes in one light page."""
    person = towns[SLUG].parents[0]
    robot = Robot(new_server("year"))
    robot.sign_in(person)
    page = robot.get(f"/{SLUG}/reservations/remplir")
    form = page.page.form("recapitulatif")
    choices = [value for name, value in form.choices if name == "semaine"]
    period = next(value for name, value in form.choices if name == "periode" and value.endswith("07-02"))
    recap = robot.submit(page, "recapitulatif", semaine=choices, periode=period)
    confirmed = [value for name, value in recap.page.form("confirmation").fields if name == "changement"]
    assert len(recap.body) < 90_000 and sum(map(len, confirmed)) < 4_000
    answer = robot.confirm(recap)
    counted = int(re.search(r"(\d+) changements sont enregistrés", answer.page.text)[1])
    assert answer.status == 200 and counted > 300, counted
    assert len(answer.body) < 60_000
    robot.close()


def test_the_month_before_is_copied_and_everything_is_unticked(browser, server, towns):
    visitor = Visitor(browser, server, DEVICES[1], "copie")
    visitor.sign_in(towns[SLUG].parents[0])
    visitor.open(f"/{SLUG}/reservations?mois=2026-12")
    ticked = "input[name=r]:checked"
    before = visitor.page.locator(ticked).count()
    visitor.click("button", "Copier novembre")
    copied = visitor.page.locator(ticked).count()
    assert copied > before
    visitor.click("button", "Tout décocher")
    assert visitor.page.locator(ticked).count() == 0
    visitor.open(f"/{SLUG}/reservations?mois=2026-12")
    assert visitor.page.locator(ticked).count() == before
    visitor.close()
