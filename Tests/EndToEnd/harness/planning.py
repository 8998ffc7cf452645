"""The month's planning as the tests read it, by robot or in a browser."""

import datetime
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Slot:
    """One child, one unit, one day: the value of a box, "12.3.2026-11-04"."""

    text: str

    @property
    def child(self):
        return int(self.text.split(".")[0])

    @property
    def unit(self):
        return int(self.text.split(".")[1])

    @property
    def day(self):
        return datetime.date.fromisoformat(self.text.split(".")[2])

    def on(self, day):
        return Slot(f"{self.child}.{self.unit}.{day.isoformat()}")


class Planning:
    """A planning page."""

    def __init__(self, answer):
        self.answer = answer
        self.form = answer.page.form("recapitulatif")

    @property
    def month(self):
        return dict(self.form.fields)["vu"].split(";")[0]

    @property
    def boxes(self):
        """Every box that may be ticked or unticked."""
        return [Slot(value) for name, value in self.form.choices if name == "r"]

    @property
    def ticked(self):
        return [Slot(value) for name, value in self.form.fields if name == "r"]

    @property
    def free(self):
        return [slot for slot in self.boxes if slot not in self.ticked]


def months_from(month, count):
    """The texts of a month and of those that follow: "2026-11", "2026-12"."""
    year, number = map(int, month.split("-"))
    for _ in range(count):
        yield f"{year}-{number:02}"
        year, number = (year + 1, 1) if number == 12 else (year, number + 1)


def request_number(address):
    """The number of a request in its page's address."""
    return int(re.search(r"/demandes/(\d+)", address)[1])
