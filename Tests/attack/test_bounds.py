"""The attack's bounds are those that going through every list of cases gives."""

import datetime
import itertools
import random
import unittest

import brute
from joint import Contradiction, Joint, cliques, junction_tree
from knowledge import Knowledge
from published import Report
from stock import NOT_OPEN, Beside

NAMES = ("channel", "region", "sex")
CODES = {"channel": ("box", "field"), "region": ("R1", "R2"), "sex": ("female", "male", "unknown")}
FREE = list(itertools.product(*(CODES[name] for name in NAMES)))


def published(kinds, names, truth, tables, generator, share):
    """The tables of a case list, with some cells hidden at random, whether that protects or not."""
    made = {(): {(): sum(truth)}}
    for table in tables:
        domain = [sorted({kind[names.index(name)] for kind in kinds}) for name in table]
        cells = brute.tabulate(kinds, truth, names, table)
        made[table] = {codes: None if generator.random() < share else cells[codes]
                       for codes in itertools.product(*domain)}
    return made


class Bounds(unittest.TestCase):
    def compare(self, kinds, names, size, tables, seeds, asked):
        for seed in seeds:
            with self.subTest(seed=seed, tables=tables):
                generator = random.Random(seed)
                truth = [0] * len(kinds)
                for _ in range(size):
                    truth[int(generator.random() ** 2 * len(kinds))] += 1
                share = 0.2 + 0.2 * (seed % 4)
                shown = published(kinds, names, truth, tables, generator, share)
                lists = list(brute.agreeing(kinds, names, size, shown))
                for table in asked:
                    expected = brute.bounds(kinds, names, lists, table)
                    joint = Joint([Report("2024-Q1", "2024-Q1", 0, shown)], Knowledge(), [table])
                    for codes, bounds in expected.items():
                        cell = joint.cell(0, table, codes)
                        self.assertEqual(joint.bounds(cell), bounds, codes)
                        low, high = joint.relaxed_bounds(cell)
                        self.assertLessEqual(low, bounds[0] + 1e-6)
                        self.assertGreaterEqual(high, bounds[1] - 1e-6)

    def test_of_a_chain_of_tables(self):
        self.compare(FREE, NAMES, 5, [("channel", "region"), ("region", "sex"), ("sex",)],
                     range(12), [("channel", "region"), ("region", "sex"), ("channel", "sex")])

    def test_of_tables_that_share_only_the_total(self):
        self.compare(FREE, NAMES, 5, [("channel", "region"), ("channel",), ("sex",)], range(12),
                     [("channel", "region"), ("channel", "sex"), ("region", "sex")])

    def test_of_a_circle_of_tables(self):
        self.compare(FREE, NAMES, 5, [("channel", "region"), ("region", "sex"), ("channel", "sex")],
                     range(12), [("channel", "region"), ("region", "sex"), ("channel", "sex")])

    def test_of_dimensions_that_decide_each_other(self):
        names = ("closing", "group", "timely")
        kinds = [("0-3", "complaints", "yes"), ("over-60", "complaints", "no"),
                 ("open", "complaints", "no"), ("0-3", "assistance", "not-measured"),
                 ("over-60", "assistance", "not-measured"), ("open", "assistance", "not-measured"),
                 ("0-3", "complaints", "not-measured"), ("over-60", "complaints", "not-measured")]
        self.compare(kinds, names, 5, [("group", "timely"), ("closing",)], range(16),
                     [("group", "timely"), ("closing", "timely"), ("closing", "group")])

    def test_of_what_lies_between_two_reports(self):
        names, kinds = ("region", "sex"), list(itertools.product(("R1", "R2"), ("female", "male")))
        for seed in range(10):
            with self.subTest(seed=seed):
                generator = random.Random(seed)
                truth = [[int(generator.random() * 3) for _ in kinds] for _ in range(2)]
                both = [one + two for one, two in zip(*truth)]
                tables = [("region", "sex"), ("region",)]
                shown = [published(kinds, names, counts, tables, generator, 0.5)
                         for counts in (truth[0], both)]
                earlier = list(brute.agreeing(kinds, names, sum(truth[0]), shown[0]))
                later = list(brute.agreeing(kinds, names, sum(both), shown[1]))
                added = [[b - a for a, b in zip(one, two)] for one in earlier for two in later
                         if all(a <= b for a, b in zip(one, two))]
                expected = brute.bounds(kinds, names, added, ("region", "sex"))
                joint = Joint([Report("2024", "2024", number, tables)
                               for number, tables in enumerate(shown)], Knowledge())
                for codes, bounds in expected.items():
                    self.assertEqual(joint.bounds(joint.part_cell(1, names, codes)), bounds)

    def test_of_open_cases_beside_a_block(self):
        """Own cases are open that day or not; older ones of the stock are all over 90 days old."""
        self.compare_beside([("0-3", "0-15"), ("0-3", NOT_OPEN), ("16-30", "0-15"),
                             ("16-30", "16-30"), ("16-30", NOT_OPEN), ("open", "0-15"),
                             ("open", "16-30"), ("open", "over-90")], None)

    def test_of_open_cases_beside_a_block_of_which_the_day_of_closing_is_known(self):
        """Within 21 days nobody who was at most 30 days old comes to more than 60."""
        self.compare_beside([("31-60", "0-15"), ("31-60", "16-30"), ("31-60", NOT_OPEN),
                             ("over-60", "over-90"), ("over-60", NOT_OPEN), ("open", "0-15"),
                             ("open", "16-30"), ("open", "over-90")], datetime.date(2024, 4, 21))

    def compare_beside(self, own, closed_on):
        """Bounds beside the open cases, where nothing can be but these endings and ages together."""
        names = ("closing", "age")
        ages = ("0-15", "16-30", "over-90")
        for seed in range(12):
            with self.subTest(seed=seed):
                generator = random.Random(seed)
                truth, older = [0] * len(own), generator.randint(0, 2)
                for _ in range(4):
                    truth[int(generator.random() * len(own))] += 1

                def stock(counts, older):
                    cells = brute.tabulate(own, counts, names, ("age",))
                    return [cells[age,] + (older if age == "over-90" else 0) for age in ages]

                flows = published(own, names, truth, [("closing",)], generator, 0.5)
                day = [None if generator.random() < 0.5 else count for count in stock(truth, older)]
                total = sum(stock(truth, older))
                agreeing = [
                    (counts, stock(counts, more)) for more in range(total + 1)
                    for counts in brute.agreeing(own, names, 4, flows)
                    if sum(stock(counts, more)) == total and all(
                        shown in (None, true) for shown, true in zip(day, stock(counts, more)))]
                report = Report("2024-03-31", "2024-Q1", 0, {
                    (): {(): total}, ("ageing",): {
                        **{(age,): 0 for age in ("31-60", "61-90")},
                        **{(age,): shown for age, shown in zip(ages, day)}}},
                    closed_on=closed_on)
                block = Report("2024-Q1", "2024-Q1", 0, flows)
                joint = Joint([block], Knowledge(), beside=Beside(report, block.start))
                expected = brute.bounds(own, names, [one for one, _ in agreeing], ("closing",))
                for codes, bounds in expected.items():
                    self.assertEqual(joint.bounds(joint.cell(0, ("closing",), codes)), bounds)
                for place, age in enumerate(ages):
                    counts = [ages_then[place] for _, ages_then in agreeing]
                    self.assertEqual(joint.bounds(joint.stock_cell(("ageing",), (age,))),
                                     (min(counts), max(counts)), age)

    def test_numbers_that_no_case_list_has(self):
        tables = {(): {(): 9}, ("sex",): {("female",): 5, ("male",): 3}}
        with self.assertRaises(Contradiction):
            Joint([Report("2024", "2024", 0, tables)], Knowledge())


class Cliques(unittest.TestCase):
    def test_a_tree_of_tables_needs_no_larger_tables(self):
        scopes = [("group", "region"), ("channel",), ("age", "sex"), ("group", "timely")]
        names = sorted({name for scope in scopes for name in scope})
        self.assertEqual(sorted(cliques(names, scopes)),
                         [("age", "sex"), ("channel",), ("group", "region"), ("group", "timely")])

    def test_what_two_cliques_share_is_on_the_way_between_them(self):
        scopes = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("b", "f"), ("g",), ("d", "h")]
        found = cliques(list("abcdefgh"), scopes)
        near = {number: set() for number in range(len(found))}
        for one, two in junction_tree(found):
            near[one].add(two)
            near[two].add(one)
        for name in "abcdefgh":
            holders = {number for number, clique in enumerate(found) if name in clique}
            reached, left = set(), [min(holders)]
            while left:
                reached.add(left.pop())
                left += [two for one in reached for two in near[one] & holders - reached]
            self.assertEqual(reached, holders, name)

    def test_a_circle_is_filled(self):
        scopes = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d")]
        self.assertEqual(sorted(map(len, cliques(list("abcd"), scopes))), [3, 3])


if __name__ == "__main__":
    unittest.main()
