"""Small examples of each thing that the files of a site can give away."""

import pathlib
import tempfile
import unittest

from attack import attack
from publisher import write_counts, write_ledger


class Findings(unittest.TestCase):
    def found(self, *releases, closed_on=None):
        """Kind, place and bounds of what releases give away; each maps a period to its tables.

        `closed_on` maps blocks to the days on which they were closed.
        """
        with tempfile.TemporaryDirectory() as scratch:
            folders = [pathlib.Path(scratch) / str(number) for number in range(len(releases))]
            for folder, blocks in zip(folders, releases):
                for period, tables in blocks.items():
                    write_counts(folder, period, tables)
                write_ledger(folder, closed_on or {})
            return [(one.kind, one.where, one.low, one.high) for one in attack(folders)]

    def one_block(self, tables):
        return self.found({"2024-Q1": tables})

    def test_hidden_by_itself(self):
        tables = {(): {(): 30}, ("sex",): {("female",): 28, ("male",): None}}
        self.assertEqual(self.one_block(tables), [("narrow", "sex=male", 2, 2)])

    def test_hidden_with_too_small_a_partner(self):
        tables = {(): {(): 30}, ("sex",): {("female",): 26, ("male",): None, ("other",): None}}
        self.assertEqual(self.one_block(tables), [("narrow", "sex=male", 0, 4),
                                                  ("narrow", "sex=other", 0, 4)])
        tables["sex",]["female",] = 25
        self.assertEqual(self.one_block(tables), [])

    def test_a_hidden_zero_alone_in_a_row_that_is_impossible_otherwise(self):
        # A complaint is not measured only when it is a duplicate or invalid.
        tables = {(): {(): 40}, ("group", "timely"): {
            ("assistance", "not-measured"): 20, ("assistance", "yes"): "z",
            ("complaints", "not-measured"): None, ("complaints", "yes"): None}}
        self.assertEqual(self.one_block(tables), [])
        tables["timely",] = {("not-measured",): 23, ("yes",): 17}
        self.assertIn(("narrow", "group=complaints timely=yes", 17, 17), self.one_block(tables))

    def test_a_small_count_that_no_table_shows(self):
        tables = {(): {(): 100}, ("sex",): {("female",): 92, ("male",): 8},
                  ("region",): {("R1",): 95, ("R2",): 5}}
        self.assertEqual(self.one_block(tables), [])
        tables["sex",] = {("female",): 99, ("male",): 1}
        self.assertIn(("small-count", "sex=male", 1, 1), self.one_block(tables))

    def test_a_small_count_at_a_coarser_level(self):
        # 33 complaints of two categories, 31 of them measured: 2 were duplicates or invalid.
        tables = {(): {(): 70},
                  ("category",): {("assistance",): 37, ("major",): 12, ("minor",): 21},
                  ("timely",): {("no",): 12, ("not-measured",): 39, ("yes",): 19}}
        self.assertEqual(self.one_block(tables),
                         [("unlisted", "group=complaints timely=not-measured", 2, 2)])

    def test_open_cases_hidden_without_a_look_at_the_block(self):
        """Whoever was open and over 15 days old would have taken longer than any case took."""
        block = {(): {(): 60}, ("closing",): {
            ("0-3",): 20, ("4-7",): 15, ("8-15",): 10, ("16-30",): 0, ("31-60",): 0,
            ("over-60",): 0, ("open",): 15}}
        stock = {(): {(): 26}, ("ageing",): {
            ("0-15",): 20, ("16-30",): None, ("31-60",): None, ("61-90",): 0, ("over-90",): None}}
        self.assertEqual(self.found({"2024-03-31": stock}), [])
        self.assertEqual(self.one_block(block), [])
        # Fifteen are open now, and at most so many more may be old.
        self.assertEqual(self.found({"2024-Q1": block, "2024-03-31": stock}), [])
        block["closing",]["8-15",], block["closing",]["open",] = 25, 0
        self.assertEqual(self.found({"2024-Q1": block, "2024-03-31": stock}),
                         [("narrow", "ageing=16-30", 0, 0), ("narrow", "ageing=31-60", 0, 0),
                          ("narrow", "ageing=over-90", 6, 6)])

    def test_endings_hidden_without_a_look_at_the_open_cases(self):
        """What was open that day and over 15 days old is not closed in time now."""
        block = {(): {(): 60}, ("timely",): {("yes",): None, ("no",): None, ("not-measured",): 30}}
        stock = {(): {(): 55}, ("ageing",): {
            ("0-15",): 0, ("16-30",): 55, ("31-60",): 0, ("61-90",): 0, ("over-90",): 0}}
        self.assertEqual(self.found({"2024-Q1": block, "2024-03-31": stock}), [])
        stock[()][()] = stock["ageing",]["16-30",] = 56
        self.assertEqual(self.found({"2024-Q1": block, "2024-03-31": stock}),
                         [("narrow", "timely=no", 26, 30), ("narrow", "timely=yes", 0, 4)])
        stock[()][()] = stock["ageing",]["16-30",] = 61
        self.assertEqual(self.found({"2024-Q1": block, "2024-03-31": stock}),
                         [("contradiction", "beside its block", None, None)])

    def test_endings_hidden_without_a_look_at_the_day_of_closing(self):
        """What was open that day and is closed now took no longer than until the closing."""
        block = {(): {(): 82}, ("closing",): {
            ("0-3",): 30, ("4-7",): 20, ("8-15",): 18, ("16-30",): 0, ("31-60",): None,
            ("over-60",): None, ("open",): 0}}
        stock = {(): {(): 12}, ("ageing",): {
            ("0-15",): 0, ("16-30",): 12, ("31-60",): 0, ("61-90",): 0, ("over-90",): 0}}
        both = {"2024-Q1": block, "2024-03-31": stock}
        self.assertEqual(self.found(both), [])
        days = {"2024-Q1": "2024-04-21", "2024-03-31": "2024-04-21"}
        self.assertEqual(self.found(both, closed_on=days), [
            ("narrow", "closing=31-60", 12, 14), ("narrow", "closing=over-60", 0, 2)])
        # After 31 days a case of 30 days may have taken 61.
        self.assertEqual(self.found(both, closed_on=dict.fromkeys(days, "2024-05-01")), [])
        block["closing",]["0-3",] = None
        self.assertEqual(self.found(both, closed_on=days), [])

    def test_the_age_of_open_cases_hidden_without_a_look_at_the_day_of_closing(self):
        """Nobody who took over 60 days was open that day, unless he was old then."""
        block = {(): {(): 60}, ("closing",): {
            ("0-3",): 20, ("4-7",): 10, ("8-15",): 9, ("16-30",): 0, ("31-60",): 0,
            ("over-60",): 21, ("open",): 0}}
        stock = {(): {(): 20}, ("ageing",): {
            ("0-15",): None, ("16-30",): None, ("31-60",): 5, ("61-90",): None, ("over-90",): None}}
        days = {"2024-Q1": "2024-04-21", "2024-03-31": "2024-04-21"}
        both = {"2024-Q1": block, "2024-03-31": stock}
        found = self.found(both, closed_on=days)
        self.assertIn(("narrow", "ageing=16-30", 0, 0), found)
        self.assertNotIn(("narrow", "ageing=16-30", 0, 0), self.found(both))

    def test_a_row_in_one_cell(self):
        tables = {(): {(): 40}, ("group", "region"): {
            ("assistance", "R1"): 12, ("complaints", "R1"): 10, ("assistance", "R2"): 0,
            ("complaints", "R2"): 18}}
        self.assertEqual([kind for kind, *_ in self.one_block(tables)], ["one-cell-row"])

    def test_zeros_beside_a_hidden_count_tell_what_somebody_wanted(self):
        """One region with few cases, all of one kind: that count and the total are hidden."""
        others = {("assistance", "R1"): 12, ("complaints", "R1"): 10, ("thanks", "R1"): 9}
        for shown in ({}, {"region": None}):
            tables = {(): {(): 60}, ("group", "region"): {
                **others, ("assistance", "R2"): 0, ("complaints", "R2"): None, ("thanks", "R2"): 0,
                ("assistance", "R3"): 11, ("complaints", "R3"): None, ("thanks", "R3"): 8}}
            if shown:
                tables["region",] = {("R1",): 31, ("R2",): None, ("R3",): None}
            self.assertEqual(self.one_block(tables), [("one-cell-row", "region=R2", None, None)])
            tables["group", "region"]["thanks", "R2"] = None
            tables["group", "region"]["thanks", "R3"] = None
            self.assertEqual(self.one_block(tables), [])

    def test_everybody_who_was_asked_said_the_same(self):
        tables = {(): {(): 40}, ("satisfied",): {("no",): 6, ("not-asked",): 34, ("yes",): 0}}
        self.assertEqual(self.one_block(tables), [("one-cell-row", "satisfied=no", None, None)])
        tables["satisfied",] = {("no",): None, ("not-asked",): None, ("yes",): 0}
        self.assertEqual(self.one_block(tables), [("one-cell-row", "satisfied=no", None, None)])
        tables["satisfied",] = {("no",): None, ("not-asked",): 34, ("yes",): None}
        self.assertEqual(self.one_block(tables), [])
        tables["satisfied",] = {("no",): 0, ("not-asked",): 40, ("yes",): 0}
        self.assertEqual(self.one_block(tables), [])

    def test_every_closed_case_ended_the_same_way(self):
        tables = {(): {(): 40}, ("outcome",): {("answered",): 0, ("open",): 32, ("upheld",): 8}}
        self.assertEqual(self.one_block(tables), [("one-cell-row", "outcome=upheld", None, None)])
        # Two answers are let through.
        tables["outcome",] = {("answered",): 6, ("open",): 20, ("upheld",): 14}
        self.assertEqual(self.one_block(tables), [])

    def test_categories_of_one_group(self):
        tables = {(): {(): 40}, ("category", "region"): {
            ("assistance", "R1"): 0, ("minor", "R1"): 10, ("major", "R1"): 8,
            ("assistance", "R2"): 7, ("minor", "R2"): 10, ("major", "R2"): 5}}
        self.assertEqual(self.one_block(tables), [("one-cell-row", "region=R1", None, None)])

    def test_a_row_that_comes_and_goes(self):
        tables = {(): {(): 30}, ("channel",): {("box",): 20, ("field",): None, ("lost",): None}}
        later = {(): {(): 30}, ("channel",): {("box",): 20, ("field",): 10}}
        # Codes are never taken out, so somebody stood behind the row: 1 to 10, and 0 to 9.
        self.assertEqual(self.found({"2024-Q1": tables, "2024-Q2": later}), [])
        tables["channel",]["box",] = 25
        later["channel",] = {("box",): 22, ("field",): 8}
        self.assertEqual(self.found({"2024-Q1": tables, "2024-Q2": later}),
                         [("narrow", "channel=field", 0, 4), ("narrow", "channel=lost", 1, 5)])

    def test_numbers_that_contradict_each_other(self):
        tables = {(): {(): 30}, ("sex",): {("female",): 20, ("male",): 11}}
        self.assertEqual([kind for kind, *_ in self.one_block(tables)], ["contradiction"])

    def test_a_year_beside_its_quarter(self):
        quarter = {(): {(): 30}, ("sex",): {("female",): 20, ("male",): 10}}
        year = {(): {(): 33}, ("sex",): {("female",): 21, ("male",): 12}}
        found = self.found({"2024-Q1": quarter}, {"2024-Q1": quarter, "2024": year})
        self.assertIn(("increment", "sex=female", 1, 1), found)
        self.assertIn(("increment", "total", 3, 3), found)

    def test_a_block_that_changed_or_went(self):
        first = {(): {(): 30}, ("sex",): {("female",): 20, ("male",): 10}}
        other = {(): {(): 30}, ("sex",): {("female",): 10, ("male",): 20}}
        kinds = [kind for kind, *_ in self.found({"2024-Q1": first}, {"2024-Q1": other})]
        self.assertIn("republished", kinds)
        kinds = [kind for kind, *_ in self.found({"2024-Q1": first}, {"2024-Q2": other})]
        self.assertEqual(kinds, ["withdrawn"])

    def test_sex_by_age_at_a_coarser_level_is_no_leak_by_itself(self):
        tables = {(): {(): 60}, ("age",): {("0-4",): 6, ("18-59",): 48, ("5-11",): 6},
                  ("sex",): {("female",): 30, ("male",): 30}}
        self.assertEqual(self.one_block(tables), [])


if __name__ == "__main__":
    unittest.main()
