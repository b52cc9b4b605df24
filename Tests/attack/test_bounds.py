"""The attack's bounds are those that going through every list of cases gives."""

import itertools
import random
import unittest

import brute
from joint import Contradiction, Joint, cliques, junction_tree
from knowledge import Knowledge
from published import Report

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
                shown = published(kinds, names, truth, tables, generator, 0.2 + 0.6 * (seed % 4) / 3)
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
                shown = [published(kinds, names, counts, [("region", "sex"), ("region",)], generator,
                                   0.5) for counts in (truth[0], both)]
                earlier = list(brute.agreeing(kinds, names, sum(truth[0]), shown[0]))
                later = list(brute.agreeing(kinds, names, sum(both), shown[1]))
                added = [[b - a for a, b in zip(one, two)] for one in earlier for two in later
                         if all(a <= b for a, b in zip(one, two))]
                expected = brute.bounds(kinds, names, added, ("region", "sex"))
                joint = Joint([Report("2024", "2024", number, tables)
                               for number, tables in enumerate(shown)], Knowledge())
                for codes, bounds in expected.items():
                    self.assertEqual(joint.bounds(joint.part_cell(1, names, codes)), bounds)

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
