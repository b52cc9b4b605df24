"""What anybody may know about the domain: what belongs to what, and what cannot be together."""

import itertools
import json
import pathlib

COARSER = {"category": "group", "district": "region", "age": "adult", "decision": "upheld"}

# What category and ending of a case decide.
DECIDED = ("complaint", "timely", "decision", "upheld")
TIMELY_BANDS = {"0-3", "4-7", "8-15"}
CLOSING_BANDS = ["0-3", "4-7", "8-15", "16-30", "31-60", "over-60", "unknown", "open"]
UNCOUNTED = {"duplicate", "invalid"}
# The outcomes that say whether a complaint was right, with what they are one level coarser.
DECISIONS = {"upheld": "yes", "partly-upheld": "yes", "not-upheld": "no"}
# These, those that are not counted, any other one, and none.
ENDINGS = [*DECISIONS, *sorted(UNCOUNTED), "other", "open"]

# Codes that people sum up in one word; a small count of the sum says as much as one of a code.
SUMS = {
    "closing": {"closed": set(CLOSING_BANDS) - {"open"}, "within-15": TIMELY_BANDS},
    "timely": {"measured": {"yes", "no"}},
    "satisfied": {"asked": {"yes", "no"}},
    "outcome": {"repeated-or-invalid": UNCOUNTED},
    "decision": {"decided": set(DECISIONS), "complaint": {*DECISIONS, "undecided"}},
    "upheld": {"decided": {"yes", "no"}, "complaint": {"yes", "no", "undecided"}},
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
        self.coarser = {"category": dict(GROUPS), "age": dict(ADULT), "district": {},
                        "decision": {**DECISIONS, "undecided": "undecided",
                                     "not-measured": "not-measured"}}
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
        decided = [name for name in DECIDED if name in codes]
        if decided:
            kind = [name for name in ("category", "group") if name in codes][:1]
            scope = (*kind, *ending, *decided)
            found.append((scope, self.kinds_test(scope)))
        elif len(ending) == 2:
            found.append((tuple(ending), lambda one, two: (one == "open") == (two == "open")))
        return found

    def belongs(self, fine):
        known = self.coarser[fine]
        return lambda code, coarse: known.get(code, coarse) == coarse

    def kinds_test(self, scope):
        """Whether some case has these codes: any category of the group, any ending not shown."""
        possible = [
            self.case(category, closing, outcome) for category, closing, outcome in itertools.product(
                [*self.coarser["category"], None], CLOSING_BANDS, ENDINGS)
            if (closing == "open") == (outcome == "open")]

        def test(*codes):
            given = dict(zip(scope, codes))
            return any(self.agrees(given, case) for case in possible)
        return test

    def case(self, category, closing, outcome):
        """What follows from category and ending of a case."""
        is_complaint = category in self.complaints
        is_measured = is_complaint and outcome not in UNCOUNTED and closing != "unknown"
        decision = outcome if outcome in DECISIONS else "undecided"
        return {
            "category": category, "closing": closing, "outcome": outcome,
            "complaint": "yes" if is_complaint else "no",
            "timely": ("not-measured" if not is_measured
                       else "yes" if closing in TIMELY_BANDS else "no"),
            "decision": decision if is_complaint else "not-measured",
            "upheld": DECISIONS.get(decision, decision) if is_complaint else "not-measured",
        }

    def agrees(self, given, case):
        category, group = case["category"], self.coarser["category"].get(case["category"])
        if "category" in given:
            # One case in `possible` stands for all categories that are not known here.
            known = given["category"] if given["category"] in self.coarser["category"] else None
            if known != category:
                return False
        if "group" in given and given["group"] != group:
            # A group that nobody knows may hold any category.
            if given["group"] in self.coarser["category"].values():
                return False
        if "outcome" in given:
            # One outcome stands for all that decide nothing here.
            known = given["outcome"] if given["outcome"] in ENDINGS else "other"
            if known != case["outcome"]:
                return False
        return all(given.get(name, case[name]) == case[name] for name in ("closing", *DECIDED))
