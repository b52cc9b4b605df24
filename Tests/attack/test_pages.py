"""What the attack reads from pages, and what it leaves alone."""

import pathlib
import tempfile
import unittest

from attack import attack
from knowledge import Knowledge
from markup import Words
from pages import agrees
from publisher import write_counts

TABLES = {
    (): {(): 60},
    ("region",): {("R1",): 31, ("R2",): None, ("R3",): 18, ("R4",): None},
    ("timely",): {("no",): 12, ("not-measured",): 20, ("yes",): 28},
}
LABELS = {"region": {"R1": ["Upper Valley"], "R2": ["Lower Valley"], "R3": ["River camps"],
                     "R4": ["Гора"]}}


class Pages(unittest.TestCase):
    def kinds(self, page, path="en/2024-Q1/index.html", blocks=("2024-Q1",), knowledge=None):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            for block in blocks:
                write_counts(folder, block, TABLES)
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page)
            knowledge = knowledge or Knowledge(labels=LABELS)
            return [finding.kind for finding in attack([folder], knowledge)]

    def test_shares_of_shown_counts(self):
        self.assertEqual(self.kinds("<p>Upper Valley: 52 % of 60 cases</p>"), [])
        self.assertEqual(self.kinds("<p>Upper Valley: 51.7 % of 60 cases</p>"), [])

    def test_signs_that_are_not_seen(self):
        chart = ("<svg><text>Upper Valley</text><text>31</text><text>\u2068Lower Valley\u2069</text>"
                 "<text>&#x2068;{}&#x2069;</text></svg>")
        self.assertEqual(self.kinds(chart.format("not shown")), [])
        self.assertIn("number", self.kinds(chart.format("9")))
        self.assertEqual(self.kinds("<svg><text>Lower Valley</text><text>\u2068River camps\u2069</text>"
                                    "<text>18</text></svg>"), [])

    def test_band_on_an_axis(self):
        words = Words({"age": {"18-59": ["18–59 years"], "60+": ["60 years and over"]}})
        self.assertEqual(words.exactly("18–59"), {"age": "18-59"})

    def test_halves_are_rounded_up(self):
        self.assertTrue(agrees(1, 8, 13, 0))
        self.assertFalse(agrees(1, 8, 12, 0))
        self.assertTrue(agrees(1, 8, 12.5, 1))

    def test_share_of_yes_and_no(self):
        row = ("<table><tr><th>timely</th><th>Share</th></tr>"
               "<tr><th>yes</th><td>70 %</td></tr></table>")
        self.assertEqual(self.kinds(row), [])

    def test_sum_over_two_blocks(self):
        self.assertEqual(self.kinds(
            "<table><tr><th></th><th></th></tr><tr><th>R1</th><td>62</td></tr></table>",
            "en/index.html", ("2024-Q1", "2024-Q2")), [])

    def test_share_of_a_hidden_count(self):
        for page in ["<p>Lower Valley: 15 % of 60 cases</p>", "<p>Lower Valley ١٥٪</p>",
                     '<img alt="Lower Valley 15 %">', "<svg><desc>lower valley, 15%</desc></svg>",
                     "<svg><text>Lower Valley</text><text>15 %</text></svg>",
                     '<script type="application/ld+json">[{"name": "R2", "v": "15 %"}]</script>',
                     "<ul><li>Гора: 3,3 %</li></ul>"]:
            with self.subTest(page):
                self.assertIn("percentage", self.kinds(page))

    def test_share_in_the_feed_and_in_metadata(self):
        entry = "<feed><entry><title>Lower Valley 15 %</title></entry></feed>"
        self.assertIn("percentage", self.kinds(entry, "feed.xml"))
        self.assertIn("percentage", self.kinds('{"description": "R2: 15 %"}', "dcat.jsonld"))

    def test_hidden_count_in_a_table_or_chart(self):
        for page in ["<table><tr><th></th><th>n</th></tr><tr><th>R2</th><td>9</td></tr></table>",
                     "<svg><text>R2</text><text>9</text></svg>"]:
            with self.subTest(page):
                self.assertEqual(self.kinds(page), ["number"])

    def test_order(self):
        for codes, expected in [("R1 R3 R2 R4", []), ("R1 R2 R3 R4", []),
                                ("R1 R3 R4 R2", ["order"]), ("R1 R2 R4 R3", ["order"])]:
            rows = "".join(f"<tr><th>{code}</th><td>x</td></tr>" for code in codes.split())
            with self.subTest(codes):
                page = f"<table><tr><th>Region</th><th>n</th></tr>{rows}</table>"
                self.assertEqual(self.kinds(page), expected)

    def test_order_of_the_configuration(self):
        page = "<ul><li>R4</li><li>R3</li><li>R2</li><li>R1</li></ul>"
        self.assertEqual(self.kinds(page), ["order"])
        known = Knowledge(labels=LABELS, order={"region": ["R4", "R3", "R2", "R1"]})
        self.assertEqual(self.kinds(page, knowledge=known), [])


if __name__ == "__main__":
    unittest.main()
