"""The cases that were open on the last day of a block, beside those that the block counts."""

import datetime
import math

from published import HIDDEN, IMPOSSIBLE

# Days since receipt of an open case, and days from receipt to closing.
AGES = {"0-15": (0, 15), "16-30": (16, 30), "31-60": (31, 60), "61-90": (61, 90),
        "over-90": (91, math.inf)}
ANY = (0, math.inf)
CLOSING = {"0-3": (0, 3), "4-7": (4, 7), "8-15": (8, 15), "16-30": (16, 30), "31-60": (31, 60),
           "over-60": (61, math.inf)}
# Late is also what is not closed yet, after any time.
TIMELY = {"yes": (0, 15)}

# The name of what ties the two together: the age of a counted case on that day, if it was open.
AGE = "age-at-end"
NOT_OPEN = "was-not-open"


class Beside:
    """The stock of a block's last day, and what anybody may conclude from both.

    A case that was open that day and is closed now took longer than it was old, and no longer than that
    and the days until the block was closed, which the ledger names. With `reopened` a case may have
    been closed that day and be open now; without, that is held to be impossible.
    """

    def __init__(self, report, first_day, reopened=False):
        self.report, self.reopened = report, reopened
        self.days = (report.closed_on - report.end).days if report.closed_on else math.inf
        self.codes = [*AGES, NOT_OPEN]
        # Whoever was received in the block was registered in it or later, and is counted by it.
        self.young = {code for code, (_, most) in AGES.items()
                      if most < math.inf and report.end - datetime.timedelta(most) >= first_day}

    def rules(self, codes):
        """The rules between what a block shows of the endings of cases, and their ages."""
        if "closing" in codes:
            return [(("closing", AGE), lambda closing, age: self.fits(
                closing == "open", CLOSING.get(closing, ANY), age))]
        # The time is not shown; each of these alone still says something of it.
        found = []
        if "outcome" in codes:
            found.append((("outcome", AGE), lambda outcome, age: self.fits(
                outcome == "open", ANY, age)))
        if "timely" in codes:
            found.append((("timely", AGE), lambda timely, age: self.fits(
                False, TIMELY.get(timely, ANY), age)))
        return found

    def fits(self, is_open, took, age):
        if age == NOT_OPEN:
            return self.reopened or not is_open
        (shortest, longest), (youngest, oldest) = took, AGES[age]
        return is_open or (longest > youngest and shortest <= oldest + self.days)

    def shown(self):
        """The numbers of the stock, by code; of the total, under no code."""
        for table, cells in self.report.tables.items():
            for codes, value in cells.items():
                if value is not HIDDEN:
                    yield table, codes, 0 if value == IMPOSSIBLE else value
