"""A person in front of a real browser, and what every page they meet must hold."""

import re
from contextlib import contextmanager
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe

from .planning import Slot
from .server import ARTEFACTS

AXE = Axe()
AXE_RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"],
}

# What axe does not look at: RGAA 8.5, 8.6, 9.1, 9.2, 11.1, 11.10, 12.7, and one place for each name.
STRUCTURE = """() => {
    const all = selector => [...document.querySelectorAll(selector)];
    const faults = [];
    const ids = all('[id]').map(element => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) faults.push('ids that stand twice: ' + twice);
    for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'])
        for (const element of all('[' + attribute + ']'))
            for (const id of element.getAttribute(attribute).split(/\\s+/))
                if (!ids.includes(id)) faults.push(attribute + ' leads nowhere: ' + id);
    if (document.documentElement.lang !== 'fr') faults.push('the language is not fr');
    if (!document.title.trim()) faults.push('no title');
    if (all('h1').length !== 1) faults.push(all('h1').length + ' h1');
    let level = 0;
    for (const heading of all('h1, h2, h3, h4, h5, h6')) {
        const next = Number(heading.tagName[1]);
        if (next > level + 1) faults.push('a heading level is skipped before ' + heading.textContent.trim());
        level = next;
    }
    for (const landmark of ['header', 'main', 'footer'])
        if (!document.querySelector(landmark)) faults.push('no ' + landmark);
    const first = document.querySelector('a[href], button, input, select, textarea');
    if (!first || !(first.getAttribute('href') || '').startsWith('#')) faults.push("the skip link is not first");
    else if (!document.querySelector(first.getAttribute('href'))) faults.push('the skip link leads nowhere');
    for (const element of all('[style], [onclick], [onchange], [onsubmit], style, script:not([src])'))
        faults.push('inline style or script: ' + element.outerHTML.slice(0, 80));
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push('the page is ' + wide + ' px wider than the screen');
    return faults;
}"""

# The text that a person reads, where French typography and plain words are checked.
VISIBLE_TEXT = "() => document.body.innerText"


@dataclass(frozen=True)
class Device:
    """A screen, with or without JavaScript."""

    width: int
    height: int
    javascript: bool

    def __str__(self):
        return f"{self.width}{'' if self.javascript else '-sans-js'}"


DEVICES = [Device(1280, 800, True), Device(1280, 800, False), Device(390, 844, True), Device(390, 844, False)]


class Visitor:
    """One browser context of its own. Every page load is watched: console, errors, failed requests."""

    def __init__(self, browser, server, device, name="", **context):
        self.server, self.device, self.name = server, device, name
        self.context = browser.new_context(
            base_url=server.address,
            viewport={"width": device.width, "height": device.height},
            java_script_enabled=device.javascript,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            reduced_motion="reduce",
            **context,
        )
        self.context.set_default_timeout(15_000)
        self.complaints, self.requests, self._pictures = [], [], 0
        self.page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        self.page.on("requestfailed", self._miss)
        self.page.on("requestfinished", lambda request: self.requests.append(request))
        self.page.on("response", self._look)

    def _hear(self, message):
        # The browser itself logs the status of a page that answers 4xx: the tests look at statuses where they matter.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _miss(self, request):
        # Whoever goes on before everything has arrived aborts the rest.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def _look(self, response):
        if response.status >= 500 or (response.status >= 400 and response.request.resource_type != "document"):
            self.complaints.append(f"{response.status} {response.url}")

    def open(self, path):
        """Goes to an address of the portal and gives the response."""
        return self.page.goto(path)

    def click(self, role, name):
        """Presses the first link or button that a screen reader calls so."""
        self.page.get_by_role(role, name=name).first.click()

    def field(self, label):
        """The field that this label names."""
        return self.page.get_by_label(label, exact=True)

    def fill(self, label, value):
        self.field(label).fill(value)

    def sign_in(self, person):
        """Signs in as somebody of the demo."""
        self.open(person.sign_in_path)
        self.fill("Identifiant", person.login)
        self.fill("Mot de passe", person.password)
        self.click("button", "Connexion")

    def forget_files(self):
        """Empties the browser's cache, so that the next page comes with all its files."""
        session = self.context.new_cdp_session(self.page)
        session.send("Network.clearBrowserCache")
        session.detach()

    def free_box(self, child, weekday=None):
        """The first box of the planning that gives a child a place, on a weekday if one is asked for (0 is Monday)."""
        for box in self.page.locator(f"label:not(.full) > input[name=r][value^='{child.id}.']:not(:checked)").all():
            slot = Slot(box.get_attribute("value"))
            if weekday is None or slot.day.weekday() == weekday:
                return slot
        return None

    def tick(self, slot, checked=True):
        """Ticks a box of the planning, or unticks it; a narrow screen shows one week at a time."""
        box = self.page.locator(f'input[value="{slot.text}"]')
        for _ in range(6):
            if box.is_visible():
                break
            self.page.get_by_role("link", name="Semaine suivante").locator("visible=true").first.click()
        box.set_checked(checked)

    @property
    def slug(self):
        """The portal that the page belongs to."""
        return self.page.url.removeprefix(self.server.address).split("/")[1]

    @property
    def text(self):
        """What the person reads on the page, once all of it has come: a click is over when the answer begins."""
        self.page.wait_for_load_state("domcontentloaded")
        return self.page.evaluate(VISIBLE_TEXT)

    @property
    def overflow(self):
        """By how many pixels the page is wider than the screen."""
        return self.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def impose(self, sheet):
        """Applies the reader's own style sheet, which the page's policy does not govern."""
        self.page.evaluate("text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = [sheet]; }", sheet)

    def picture(self, what):
        """Keeps the whole page as an image in artefacts/."""
        self._pictures += 1
        folder = ARTEFACTS / "images" / str(self.device)
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^\w-]+", "-", f"{self.name}-{self._pictures:02}-{what}".strip("-"))
        self.page.screenshot(path=folder / f"{name}.png", full_page=True)

    def assert_accessible(self, what):
        """No violation that a machine can see, nothing wider than the screen, a silent console; keeps an image.

        Without JavaScript the page is the same, but for what scripts add: there axe and the image, which take most of the time, are spared on
        the narrow screen.
        """
        self.page.wait_for_load_state("domcontentloaded")
        faults = self.page.evaluate(STRUCTURE)
        if self.device.javascript or self.device.width > 1000:
            faults += self._violations()
            self.picture(what)
        faults += self.complaints
        assert not faults, f"{what} at {self.page.url}:\n  " + "\n  ".join(faults)

    def _violations(self):
        """What axe complains about on this page."""
        # Forced colours are applied after the colours that axe reads.
        rules = {} if self.page.evaluate("() => !matchMedia('(forced-colors: active)').matches") else {"color-contrast": {"enabled": False}}
        with self._inspected() as page:
            results = AXE.run(page, options=AXE_RULES | {"rules": rules}).response
        for violation in results["violations"]:
            places = [f"{node['target']} {node['html'][:160]} ({node.get('failureSummary', '')})" for node in violation["nodes"][:4]]
            yield f"axe {violation['id']} ({violation['impact']}): {violation['help']}\n      " + "\n      ".join(places)

    @contextmanager
    def _inspected(self):
        """A page in which axe can run: this one, or without JavaScript a copy of it whose own scripts are kept away."""
        if self.device.javascript:
            yield self.page
            return
        html = self.page.content()
        context = self.context.browser.new_context(
            viewport={"width": self.device.width, "height": self.device.height}, locale="fr-FR", reduced_motion="reduce"
        )
        copy = context.new_page()
        copy.route("**/*", lambda route: route.abort() if route.request.resource_type == "script" else route.continue_())
        copy.route(self.page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        copy.goto(self.page.url)
        yield copy
        context.close()

    def first_load(self, path):
        """Opens a page as a newcomer does, with nothing kept, and gives the bytes on the wire and the addresses asked for."""
        self.page.goto("about:blank")
        self.forget_files()
        self.requests.clear()
        self.page.goto(path, wait_until="networkidle")
        sizes = {request: request.sizes() for request in self.requests}
        # What comes out of the browser's cache has crossed no wire: its sizes add up to nothing.
        wire = {request: size["responseBodySize"] + size["responseHeadersSize"] for request, size in sizes.items()}
        return sum(wire.values()), [request.url for request, bytes_sent in wire.items() if bytes_sent > 0]

    def close(self):
        self.context.close()
        assert not self.complaints, "\n".join(self.complaints)
