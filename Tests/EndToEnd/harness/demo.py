"""Who lives in the demo: demo-accounts.json, read into values."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Child:
    id: int
    first_name: str
    last_name: str
    activities: tuple


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in: a parent with children, or a member of the staff without."""

    slug: str
    login: str
    password: str
    name: str
    household: str = ""
    children: tuple = ()

    @property
    def sign_in_path(self):
        return f"/{self.slug}/connexion" if self.household else f"/{self.slug}/agents/connexion"


@dataclass(frozen=True)
class UnusedKey:
    """A clé enfance that waits, the household that it opens, and who lives there."""

    key: str
    household: str
    title: str
    first_name: str
    last_name: str
    street: str
    postal_code: str
    city: str
    children: tuple


@dataclass(frozen=True)
class Town:
    slug: str
    name: str
    parents: tuple
    agents: tuple
    keys: tuple

    def two_strangers(self):
        """Two parents who have no child in common."""
        for first in self.parents:
            for second in self.parents:
                if first.children and second.children and not set(first.children) & set(second.children):
                    return first, second
        raise AssertionError(f"everybody is related in {self.slug}")


def read_towns(path):
    """The towns of a demo by slug."""
    portals = json.loads(path.read_text())["portals"]
    return {portal["slug"]: town(portal) for portal in portals}


def town(portal):
    slug = portal["slug"]
    return Town(
        slug=slug,
        name=portal["name"],
        parents=tuple(Person(slug, each["login"], each["password"], each["name"], each["household"], children(each)) for each in portal["parents"]),
        agents=tuple(Person(slug, each["login"], each["password"], each["name"]) for each in portal["staff"]),
        keys=tuple(unused_key(each) for each in portal["activationKeys"]),
    )


def unused_key(each):
    adult = each["adults"][0]
    return UnusedKey(
        key=each["key"],
        household=each["household"],
        title=adult["title"],
        first_name=adult["firstName"],
        last_name=adult["lastName"],
        street=each["street"],
        postal_code=each["postalCode"],
        city=each["city"],
        children=children(each),
    )


def children(holder):
    return tuple(Child(each["id"], each["firstName"], each["lastName"], tuple(each["activities"])) for each in holder["children"])
