"""What the driver said before it was ended: each « ack » is a promise, each « try » without an answer is unknown until it is asked again."""

import random


class Ledger:
    def __init__(self):
        self.booked = {}  # slot: whether it is booked
        self.unanswered = {}  # key: (account, changes)
        self.asked_again = set()
        self.fresh = []  # promised since the last check
        self.older = []
        self.acknowledged = self.mixed = self.refused = self.answered_again = 0
        self.faults = []
        self.slowest_start = 0
        self.checked_requests = self.checked_slots = 0

    def read(self, line):
        word, *rest = line.split(" ")
        match word, rest:
            case "try", [key, account, changes]:
                self.unanswered[key] = (account, changes)
            case "ack", [key, account, changes, states]:
                self.unanswered.pop(key, None)
                self.answered_again += key in self.asked_again
                self.fresh.append((key, account))
                self.acknowledged += 1
                changed = changes.split("+")
                self.mixed += len({change.split(".", 1)[0] for change in changed}) > 1
                for change, state in zip(changed, states.split("+"), strict=True):
                    if state != "same":
                        self.booked[slot_of(change)] = state == "1"
            case "full", [key, *_]:
                self.unanswered.pop(key, None)
                self.refused += 1
            case "no", [key, *why]:
                # A disk or a connection that failed during the commit leaves it unknown; any other answer says that nothing was written.
                if not any(word in " ".join(why) for word in ("broken", "uncertain")):
                    self.unanswered.pop(key, None)
                self.refused += 1
            case "open", [milliseconds]:
                self.slowest_start = max(self.slowest_start, int(milliseconds))
            case "checked", [requests, slots]:
                self.checked_requests += int(requests)
                self.checked_slots += int(slots)
            case (("lost" | "oversold" | "miscounted" | "journal" | "error"), _):
                self.faults.append(line)

    def promises(self, everything=False):
        """What must be so now, and what is asked again: the driver's standard input."""
        unknown = {slot_of(change) for _, changes in self.unanswered.values() for change in changes.split("+")}
        sample = self.older if everything else random.sample(self.older, min(200, len(self.older)))
        lines = [f"kept {key} {account}" for key, account in self.fresh + sample]
        lines += [f"slot {slot} {int(booked)}" for slot, booked in self.booked.items() if slot not in unknown]
        lines += [f"again {key} {account} {changes}" for key, (account, changes) in self.unanswered.items()]
        self.asked_again |= self.unanswered.keys()
        self.older += self.fresh
        self.fresh = []
        return "".join(line + "\n" for line in lines)


def slot_of(change):
    """« 12.3.2026-11-18 » of « add.12.3.2026-11-18 »."""
    return change.split(".", 1)[1]
