"""Without a mouse, on narrow screens, with enlarged text: the portal stays whole."""

import pytest

from harness.visitor import DEVICES, Device, Visitor

MATCHES = "selector => document.activeElement !== null && document.activeElement.matches(selector)"
OUTLINE = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
}"""

# WCAG 1.4.12: what a person may set for easier reading.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
)
CLIPPED = """() => [...document.querySelectorAll('main *')]
    .filter(element => element.children.length === 0 && element.textContent.trim())
    .filter(element => {
        const style = getComputedStyle(element);
        const isHiddenOnPurpose = element.clientWidth <= 1 || element.clientHeight <= 1;
        return !isHiddenOnPurpose && style.overflow === 'hidden' && element.scrollWidth > element.clientWidth + 1;
    })
    .map(element => element.outerHTML.slice(0, 120))"""


def tab_to(visitor, selector, most=300):
    for _ in range(most):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate(MATCHES, selector):
            # A box of the planning shows the focus on its label.
            assert "name=r" in selector or visitor.page.evaluate(OUTLINE), f"the focus on {selector} cannot be seen"
            return
    raise AssertionError(f"{selector} cannot be reached with the keyboard")


def test_a_day_is_booked_with_the_keyboard_alone(browser, new_server, towns):
    town = towns["bondoufle"]
    visitor = Visitor(browser, new_server("keyboard"), DEVICES[0], "clavier")
    visitor.open(f"/{town.slug}/connexion")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate(MATCHES, "a[href^='#']")
    tab_to(visitor, "input[name=identifiant]")
    visitor.page.keyboard.type(town.parents[0].login)
    tab_to(visitor, "input[name=motdepasse]")
    visitor.page.keyboard.type(town.parents[0].password)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/accueil")
    tab_to(visitor, "a[href*='/reservations']")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/reservations*")
    while not visitor.page.locator("input[name=r]:not(:checked)").count():
        tab_to(visitor, "a[rel=next]")
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_load_state()
    tab_to(visitor, "input[name=r]:not(:checked)")
    visitor.picture("focus")
    visitor.page.keyboard.press("Space")
    tab_to(visitor, "main form button")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/recapitulatif")
    tab_to(visitor, "form[action*='confirmation'] button")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/demandes/*")
    visitor.close()


def test_pages_fit_320_pixels_and_bear_wide_spacing(browser, server, towns, slug):
    visitor = Visitor(browser, server, Device(320, 640, True), f"{slug}-320")
    for page in ["", "creer-mon-espace", "connexion"]:
        fits(visitor, slug, page)
    visitor.sign_in(towns[slug].parents[0])
    for page in ["accueil", "famille", "reservations", "demandes", "messages"]:
        fits(visitor, slug, page)
    visitor.close()


def fits(visitor, slug, page):
    visitor.open(f"/{slug}/{page}".rstrip("/"))
    assert visitor.overflow == 0, page
    visitor.page.evaluate("() => document.fonts.ready")
    visitor.impose(SPACING)
    assert visitor.overflow == 0, page
    assert visitor.page.evaluate(CLIPPED) == [], page
    visitor.picture(page or "accueil")


def test_the_planning_is_readable_in_the_dark(browser, server, towns, slug):
    looks_at_the_planning(browser, server, towns[slug], color_scheme="dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_planning_is_readable_in_the_readers_own_colours(browser, server, towns, scheme):
    looks_at_the_planning(browser, server, towns["bondoufle"], color_scheme=scheme, forced_colors="active")


def looks_at_the_planning(browser, server, town, **context):
    visitor = Visitor(browser, server, DEVICES[0], "-".join([town.slug, *context.values()]), **context)
    visitor.sign_in(town.parents[0])
    visitor.open(f"/{town.slug}/reservations")
    visitor.assert_accessible("planning")
    visitor.close()
