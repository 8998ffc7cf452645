"""A visitor without a screen: speaks HTTP by hand, keeps cookies, reads forms and sends them, honest or forged."""

import http.client
import urllib.parse
from html.parser import HTMLParser

from .planning import Planning, months_from


class Form:
    """A form of a page, with what a browser would send for each field as it stands."""

    def __init__(self, attributes):
        self.action = attributes.get("action", "")
        self.method = attributes.get("method", "get").lower()
        self.fields = []
        self.choices = []
        self.buttons = []
        self.text = ""

    def values(self, **changes):
        """The pairs to send; a list gives a field several values, None leaves it out."""
        pairs = [(name, value) for name, value in self.fields if name not in changes]
        for name, value in changes.items():
            for each in value if isinstance(value, list) else [value]:
                if each is not None:
                    pairs.append((name, each))
        return pairs


class Page(HTMLParser):
    """What a page says: its forms, links, headings, and the text a person reads."""

    def __init__(self, html):
        super().__init__()
        self.html, self.forms, self.links, self.headings, self.title = html, [], [], [], ""
        self._open, self._form, self._option, self._text = [], None, None, []
        self.feed(html)
        self.text = " ".join("".join(self._text).split())

    def handle_starttag(self, tag, pairs):
        attributes = {name: value or "" for name, value in pairs}
        self._open.append(tag)
        if tag == "form":
            self._form = Form(attributes)
            self.forms.append(self._form)
        if tag == "a" and "href" in attributes:
            self.links.append([attributes["href"], ""])
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append([tag, ""])
        if self._form and "disabled" not in attributes:
            self._collect(tag, attributes)
        if tag in ("br", "p", "li", "div", "td", "th", "tr", "dt", "dd", "h1", "h2", "h3", "label", "option"):
            self._text.append(" ")

    def _collect(self, tag, attributes):
        name, value, kind = attributes.get("name"), attributes.get("value", ""), attributes.get("type", "text")
        if tag == "button" or (tag == "input" and kind == "submit"):
            self._form.buttons.append((name, value))
        elif tag == "input" and kind in ("checkbox", "radio"):
            self._form.choices.append((name, value))
            if "checked" in attributes:
                self._form.fields.append((name, value))
        elif tag in ("input", "textarea") and name:
            self._form.fields.append((name, value))
        elif tag == "select":
            self._option = name
            self._form.fields.append((name, ""))
        elif tag == "option" and self._option:
            self._form.choices.append((self._option, value))
            if "selected" in attributes or self._form.fields[-1] == (self._option, ""):
                self._form.fields[-1] = (self._option, value)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        if tag == "select":
            self._option = None
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        inside = self._open[-1] if self._open else ""
        if inside in ("script", "style"):
            return
        if "title" in self._open and "svg" not in self._open:
            self.title += data
            return
        self._text.append(data)
        if self._form is not None:
            self._form.text += data
        if "a" in self._open and self.links:
            self.links[-1][1] += data
        if self.headings and self.headings[-1][0] in self._open:
            self.headings[-1][1] += data

    def form(self, containing):
        """The first form whose action or text has these words."""
        for form in self.forms:
            if containing in form.action or containing in form.text:
                return form
        raise AssertionError(f"no form with « {containing} » among {[form.action for form in self.forms]}")

    def link(self, containing):
        """The address of the first link whose text or address has these words."""
        for address, text in self.links:
            if containing in text or containing in address:
                return address
        raise AssertionError(f"no link with « {containing} » among {self.links}")


class Answer:
    """One response."""

    def __init__(self, status, headers, body, path):
        self.status, self.headers, self.body, self.path = status, headers, body, path

    @property
    def html(self):
        return self.body.decode("utf-8")

    @property
    def page(self):
        return Page(self.html)

    @property
    def location(self):
        return self.headers["Location"]


class Robot:
    """One person's cookies on one connection that stays open."""

    def __init__(self, server):
        self.server = server
        self.cookies = {}
        self._connection = None

    def request(self, method, path, body=None, headers=None, timeout=10):
        """One exchange, redirects not followed; the connection is opened again when the server closed it."""
        head = {"Host": f"127.0.0.1:{self.server.port}", **(headers or {})}
        if self.cookies:
            head["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        for fresh in (False, True):
            if self._connection is None or fresh:
                self.close()
                self._connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=timeout)
            try:
                self._connection.request(method, path, body=body, headers=head)
                response = self._connection.getresponse()
                content = response.read()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                if fresh or method != "GET":
                    self.close()
                    raise
        for line in response.headers.get_all("Set-Cookie") or []:
            self._keep(line)
        return Answer(response.status, response.headers, content, path)

    def _keep(self, line):
        pair, *attributes = line.split(";")
        name, _, value = pair.strip().partition("=")
        gone = any(attribute.strip().lower() == "max-age=0" for attribute in attributes)
        if gone or not value:
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path, follow=True, **more):
        return self._followed(self.request("GET", path, **more)) if follow else self.request("GET", path, **more)

    def post(self, path, pairs, follow=True, headers=None):
        """Sends pairs as a form does, from a page of the same site."""
        head = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.server.address,
            "Sec-Fetch-Site": "same-origin",
            **(headers or {}),
        }
        answer = self.request("POST", path, urllib.parse.urlencode(pairs), head)
        return self._followed(answer) if follow else answer

    def submit(self, answer, containing, button=None, follow=True, **changes):
        """Fills in the form of a page that has these words and sends it."""
        form = answer.page.form(containing)
        pairs = form.values(**changes)
        if button or (form.buttons and form.buttons[0][0]):
            pairs.append(button or form.buttons[0])
        action = urllib.parse.urljoin(answer.path, form.action)
        if form.method == "get":
            return self.get(f"{action}?{urllib.parse.urlencode(pairs)}")
        return self.post(action, pairs, follow=follow)

    def sign_in(self, person):
        """Signs in and gives the page that it leads to."""
        answer = self.submit(self.get(person.sign_in_path), "connexion", identifiant=person.login, motdepasse=person.password)
        assert answer.status == 200 and not answer.path.endswith("connexion"), (person, answer.status, answer.page.text[:400])
        return answer

    def planning(self, slug, month=None):
        """The planning of a month."""
        return Planning(self.get(f"/{slug}/reservations" + (f"?mois={month}" if month else "")))

    def open_planning(self, slug, month, is_wanted=lambda slot: True):
        """The first planning from a month on that has a free box that is wanted, with those boxes."""
        for each in months_from(month, 10):
            planning = self.planning(slug, each)
            if wanted := [slot for slot in planning.free if is_wanted(slot)]:
                return planning, wanted
        raise AssertionError(f"nothing can be booked in {slug} from {month} on")

    def recap(self, planning, ticked):
        """Sends a planning with these boxes ticked."""
        return self.submit(planning.answer, "recapitulatif", r=[slot.text for slot in ticked])

    def confirm(self, recap):
        """Confirms a recap; gives the request's page."""
        return self.submit(recap, "confirmation")

    def _followed(self, answer):
        for _ in range(5):
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            answer = self.request("GET", urllib.parse.urljoin(answer.path, answer.location))
        raise AssertionError(f"too many redirects, the last to {answer.location}")

    def close(self):
        if self._connection:
            self._connection.close()
            self._connection = None
