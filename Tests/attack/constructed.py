#!/usr/bin/env python3
"""Publishes a register that was made so that the ages of open cases bound the endings, and attacks it.

Of 82 cases of a quarter, twelve are 22 days old on its last day and are closed 16 days later. Whoever
overlooks that nobody takes longer than from his receipt to the closing of the block may hide three of
them among those that took over 60 days: `closing=over-60` is 0 to 2 then, in about every second
quarter. DAFTAR_BINARY names the program.
"""

import datetime
import os
import pathlib
import re
import sys
import tempfile

import register
from attack import attack
from simulate import Failure, Simulation

QUARTERS = 7
# Day of receipt, counted from the first day of the quarter or back from its last one; days from then
# until the closing; how many.
CASES = [(5, 2, 30), (6, 6, 20), (7, 10, 18), (1, 75, 2), (-22, 38, 12)]


def rows(quarters):
    """The cases of some quarters, as `register.rows` gives them."""
    found = []
    for first, last in quarters:
        for day, took, count in CASES:
            received = (first if day > 0 else last) + datetime.timedelta(day)
            for number in range(count):
                found.append({
                    "number": len(found) + 1, "received": received, "known": received,
                    "closed": received + datetime.timedelta(took), "category": "minor",
                    "outcome": "upheld" if number % 2 else "not-upheld", "area": "R101",
                    "channel": "hotline", "sex": "female", "age": "18-59"})
    return found


class Constructed(Simulation):
    """A register with one table, to whose past nothing happens."""

    def __init__(self, binary, scratch, quarters):
        super().__init__(binary, scratch, 4 * 82, 1)
        self.rows = rows(quarters)

    def make(self):
        super().make()
        plan = self.folder / "cases/publication.yml"
        tables = re.sub(r"(?m)^  - \[.*\]\n", "", plan.read_text())
        plan.write_text(tables.replace("tables:\n", "tables:\n  - [closing]\n"))
        self.at(self.rows[0]["received"], "adopt", "publication.yml")

    def change_the_past(self, first, last):
        pass


def main():
    quarters = list(register.quarters())[:QUARTERS]
    with tempfile.TemporaryDirectory() as scratch:
        made = Constructed(os.path.abspath(os.environ["DAFTAR_BINARY"]), pathlib.Path(scratch),
                           quarters)
        try:
            made.make()
            for first, last in quarters:
                made.quarter(first, last)
        except Failure as failure:
            print(f"constructed: failed: {failure}")
            return 1
        findings = attack(made.snapshots, made.knowledge())
    print(f"constructed: {len(made.snapshots)} releases, {len(findings)} findings")
    for finding in findings:
        print(f"  {finding}")
    return 1 if findings or len(made.snapshots) != QUARTERS else 0


if __name__ == "__main__":
    sys.exit(main())
