"""What anybody may know about the domain: what belongs to what, and what cannot be together."""

import itertools
import json
import pathlib

COARSER = {"category": "group", "district": "region", "age": "adult"}

# The fields that decide whether an answer was timely, and how they may stand together.
TIMELY_FIELDS = ("category", "closing", "outcome")
TIMELY_BANDS = {"0-3", "4-7", "8-15"}
CLOSING_BANDS = ["0-3", "4-7", "8-15", "16-30", "31-60", "over-60", "open"]
UNCOUNTED = {"duplicate", "invalid"}

# Codes that people sum up in one word; a small count of the sum says as much as one of a code.
SUMS = {
    "closing": {"closed": set(CLOSING_BANDS) - {"open"}, "within-15": TIMELY_BANDS},
    "timely": {"measured": {"yes", "no"}},
    "satisfied": {"asked": {"yes", "no"}},
    "outcome": {"repeated-or-invalid": UNCOUNTED},
}

GROUPS = {
    "thanks": "thanks-and-questions", "information": "thanks-and-questions",
    "suggestion": "thanks-and-questions", "rumour": "thanks-and-questions",
    "out-of-scope": "thanks-and-questions", "assistance": "assistance",
    "minor": "complaints", "major": "complaints", "unknown": "unknown",
}

ADULT = {"0-4": "child", "5-11": "child", "12-17": "child", "0-17": "child",
         "18-59": "adult", "60+": "adult", "60-up": "adult"}


class Knowledge:
    """Public facts about a register's codes; what is not known here rules nothing out.

    `coarser` maps a fine code to its coarse one, for each dimension that has a coarser level.
    `labels` are the words under which pages show codes, `order` the order of codes on pages, both
    beside what the site's own list of codes says; `targets` are percentages that are no counts.
    """

    def __init__(self, coarser=None, complaints=("minor", "major"), labels=None, order=None,
                 targets=()):
        self.coarser = {"category": dict(GROUPS), "age": dict(ADULT), "district": {}}
        self.coarser.update(coarser or {})
        self.complaints = set(complaints)
        self.labels = labels or {}
        self.order = order or {}
        self.targets = set(targets)

    @classmethod
    def read(cls, file):
        return cls(**json.loads(pathlib.Path(file).read_text()))

    def rules(self, codes):
        """Groups of dimensions that are not free of each other, with a test of their codes.

        `codes` holds the published codes of each published dimension.
        """
        found = []
        for fine, coarse in COARSER.items():
            if fine in codes and coarse in codes and self.coarser[fine]:
                found.append(((fine, coarse), self.belongs(fine)))
        ending = [name for name in ("closing", "outcome") if name in codes]
        if "timely" in codes:
            kind = [name for name in ("category", "group") if name in codes][:1]
            scope = (*kind, *ending, "timely")
            found.append((scope, self.timely_test(scope)))
        elif len(ending) == 2:
            found.append((tuple(ending), lambda one, two: (one == "open") == (two == "open")))
        return found

    def belongs(self, fine):
        known = self.coarser[fine]
        return lambda code, coarse: known.get(code, coarse) == coarse

    def timely_test(self, scope):
        """Whether some case has these codes: any category of the group, any ending not shown."""
        possible = set()
        for category, closing, counted in itertools.product(
                [*self.coarser["category"], None], CLOSING_BANDS, (True, False)):
            if closing == "open" and not counted:
                continue
            timely = ("not-measured" if category not in self.complaints or not counted
                      else "yes" if closing in TIMELY_BANDS else "no")
            possible.add((category, closing, counted, timely))

        def test(*codes):
            given = dict(zip(scope, codes))
            return any(self.agrees(given, *kind) for kind in possible)
        return test

    def agrees(self, given, category, closing, counted, timely):
        group = self.coarser["category"].get(category)
        if "category" in given:
            # One case in `possible` stands for all categories that are not known here.
            known = given["category"] if given["category"] in self.coarser["category"] else None
            if known != category:
                return False
        if "group" in given and given["group"] != group:
            # A group that nobody knows may hold any category.
            if given["group"] in self.coarser["category"].values():
                return False
        if given.get("closing", closing) != closing:
            return False
        if "outcome" in given:
            outcome = given["outcome"]
            if (outcome == "open") != (closing == "open") or (outcome in UNCOUNTED) == counted:
                return False
        return given["timely"] == timely
