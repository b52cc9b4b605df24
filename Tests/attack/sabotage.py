#!/usr/bin/env python3
"""Publishes as a cheat would, in seven ways; the attack must notice each, and no honest twin."""

import pathlib
import tempfile
import unittest

from attack import attack
from publisher import (case_list, hide_small, protect, tabulate, write_counts, write_page)
from published import HIDDEN

QUARTERS = {"2024-Q1": 90, "2024-Q2": 60, "2024-Q3": 130}


class Sabotage(unittest.TestCase):
    """Each test changes one thing about the same three quarters."""

    @classmethod
    def setUpClass(cls):
        cls.cases = {period: case_list(number, size)
                     for number, (period, size) in enumerate(QUARTERS.items(), 1)}
        cls.truth = {period: tabulate(cases) for period, cases in cls.cases.items()}
        cls.honest = {period: protect(truth) for period, truth in cls.truth.items()}
        cls.needs_partners = [
            period for period, tables in cls.honest.items()
            if any(value is HIDDEN and not 0 < cls.truth[period][table][codes] < 5
                   for table, cells in tables.items() for codes, value in cells.items())]

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)

    def site(self, name, blocks, **page):
        """A site folder with counts and a page for each block."""
        folder = self.scratch / name
        for period, tables in blocks.items():
            write_counts(folder, period, tables)
            write_page(folder, period, tables, **page)
        return folder

    def kinds(self, *folders):
        return {finding.kind for finding in attack(folders)}

    def hidden_code(self, dimension):
        """A block that shows a dimension with a hidden code, made for the tests of pages."""
        for period, tables in self.honest.items():
            for codes, value in sorted(tables.get((dimension,), {}).items()):
                if value is HIDDEN:
                    return period, codes[0]
        self.fail(f"no hidden {dimension} in the sample")

    def test_the_honest_twin_passes(self):
        first = self.site("first", {"2024-Q1": self.honest["2024-Q1"]})
        second = self.site("second", self.honest)
        self.assertEqual(attack([first, second]), [])

    def test_partners_left_out(self):
        """Secondary hiding off: only the small counts themselves are hidden."""
        self.assertTrue(self.needs_partners)
        for period in self.needs_partners:
            tables = hide_small(self.truth[period], 5)
            with self.subTest(period):
                self.assertIn("narrow", self.kinds(self.site(period, {period: tables})))

    def test_one_partner_left_out(self):
        """One hidden count of five or more, or none, is shown; at least one such is not spared."""
        caught = 0
        for period in self.needs_partners:
            for table, cells in self.honest[period].items():
                for codes, value in cells.items():
                    true = self.truth[period][table][codes]
                    if value is HIDDEN and not 0 < true < 5:
                        tables = {one: dict(other) for one, other in self.honest[period].items()}
                        tables[table][codes] = true
                        site = self.site("-".join([period, *table, *codes]), {period: tables})
                        caught += bool(self.kinds(site))
        self.assertGreater(caught, 0)

    def test_one_answer_only(self):
        """Another answer of a row is shown as the zero that it is, once it was hidden for doubt."""
        cases = [case for case in case_list(9, 90) if case["region"] != "R4"] + [
            {**case, "region": "R4", "group": "thanks-and-questions", "timely": "not-measured"}
            for case in case_list(10, 7)]
        truth = tabulate(cases)
        honest = protect(truth)
        self.assertEqual(attack([self.site("doubt", {"2024-Q1": honest})]), [])
        cheat = {table: dict(cells) for table, cells in honest.items()}
        zeros = [codes for codes in truth["group", "region"]
                 if codes[1] == "R4" and codes[0] != "thanks-and-questions"]
        self.assertTrue(any(cheat["group", "region"][codes] is HIDDEN for codes in zeros))
        for codes in zeros:
            cheat["group", "region"][codes] = 0
        self.assertIn("one-cell-row", self.kinds(self.site("certain", {"2024-Q1": cheat})))

    def test_a_weaker_threshold(self):
        """Counts from 3 on are shown, and the rest is protected as if that were enough."""
        weak = {period: hide_small(truth, 3) for period, truth in self.truth.items()}
        self.assertIn("small-count", self.kinds(self.site("weak", weak)))

    def test_an_open_block_republished(self):
        """The same quarter again after late cases, each time protected well on its own."""
        cases = case_list(7, 60)
        versions = [cases[:57], cases]
        folders = [self.site(str(number), {"2024-Q1": protect(tabulate(version))})
                   for number, version in enumerate(versions)]
        for folder in folders:
            self.assertEqual(attack([folder]), [])
        kinds = self.kinds(*folders)
        self.assertIn("republished", kinds)
        self.assertIn("increment", kinds)

    def test_a_year_that_grows(self):
        """A year to date beside its first quarter: the difference is three cases."""
        cases = case_list(8, 93)
        quarter, year = protect(tabulate(cases[:90])), protect(tabulate(cases))
        site = self.site("both", {"2024-Q1": quarter, "2024-S1": year})
        kinds = self.kinds(site)
        self.assertIn("overlap", kinds)
        self.assertIn("increment", kinds)

    def test_percentages_of_true_counts(self):
        """A share of a hidden count, in whole percents."""
        period, code = self.hidden_code("channel")
        truth = self.truth[period]
        part, whole = truth["channel",][code,], truth[()][()]
        share = {("channel", code): f"{(200 * part + whole) // (2 * whole)} %"}
        site = self.site("share", {period: self.honest[period]}, percentages=share)
        self.assertIn("percentage", self.kinds(site))

    def test_sorting_by_true_counts(self):
        """Hidden counts stand between shown ones, where they belong by size."""
        period, _ = self.hidden_code("channel")
        true = self.truth[period]["channel",]
        by_size = [code for code, in sorted(true, key=lambda codes: (-true[codes], codes))]
        honest = [code for code in by_size if self.honest[period]["channel",][code,] is not HIDDEN]
        honest += sorted(set(by_size) - set(honest))
        # A true order that is also the honest one tells nothing.
        self.assertNotEqual(by_size, honest)
        site = self.site("sorted", {period: self.honest[period]}, order={"channel": by_size})
        self.assertIn("order", self.kinds(site))


if __name__ == "__main__":
    unittest.main()
