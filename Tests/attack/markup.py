"""What a page says, as statements: some codes, and the numbers that stand with them."""

import collections
import dataclasses
import html.parser
import json
import re
import unicodedata

SENTENCES = {"p", "li", "figcaption", "desc", "title", "summary", "dd", "h1", "h2", "h3", "caption"}
SPOKEN = {"alt", "aria-label", "title"}
ANSWERS = {"timely", "satisfied", "closing", "ageing"}
TOTALS = {"", "total", "cases", "share"}
# Signs that turn or keep together what stands in a line, and are not seen: a name is the same without.
UNSEEN = dict.fromkeys([0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                        *range(0x2060, 0x2070)])
PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*[%٪]")


@dataclasses.dataclass
class Statement:
    """Codes that are named together, by dimension, and the text that is about them."""

    codes: dict
    text: str
    # In a table or beside a bar a bare number is about the codes; in prose it may be a year.
    is_cell: bool
    # In a chart of two dimensions a number may be about one code and any other beside it.
    is_loose: bool = False

    @property
    def percentages(self):
        """Each with the number of its decimal places."""
        found = PERCENT.findall(ascii_digits(self.text))
        return [(float(text.replace(",", ".")), len(re.split("[.,]", text + ".")[1]))
                for text in found]

    @property
    def count(self):
        text = re.sub(r"[\s\u00a0\u202f,]", "", ascii_digits(self.text))
        return int(text) if self.is_cell and re.fullmatch(r"\d{1,9}", text) else None


def ascii_digits(text):
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign
                   for sign in text)


class Page:
    """The statements of one file, and the orders in which it lists codes of a dimension."""

    def __init__(self, text, words):
        self.statements, self.lists = [], []
        self.words = words
        reader = Reader()
        reader.feed(text)
        reader.close()
        for rows in reader.tables:
            self.read_table(rows)
        for texts in reader.charts:
            self.read_chart(texts)
        for items in reader.lists:
            self.read_list(items)
        for text in reader.sentences:
            self.statements.append(Statement(self.words.named_in(text), text, False))

    def read_table(self, rows):
        # The first heading is that of the headings.
        columns = [{}, *self.words.of_one_dimension(rows[0][1][1:])] if rows else []
        body = [(is_total, cells) for is_total, cells in rows[1:] if cells]
        headings = self.words.of_one_dimension(
            ["" if is_total else cells[0] for is_total, cells in body])
        for codes, (is_total, cells) in zip(headings, body):
            if not codes and not is_total:
                continue
            for place, text in enumerate(cells[1:], 1):
                more = columns[place] if place < len(columns) else {}
                # Beside columns with names one without may be any of them, or their total.
                is_loose = any(columns) and not more
                self.statements.append(Statement({**more, **codes}, text, True, is_loose))
        self.note_order(headings)
        self.note_order(columns)

    def read_chart(self, texts):
        codes, listed, found = {}, [], []
        dimensions = {name for text in texts for name in self.words.dimensions(text)}
        # Outcomes are drawn of complaints alone: a number there is about one of these, or of all cases.
        is_loose = len(dimensions) > 1 or "outcome" in dimensions
        for text in texts:
            if self.words.candidates(text) or not re.search(r"\d", text):
                # What follows a strange name, or one of several dimensions, is about no code.
                codes = self.words.exactly(text)
                listed += [codes] if codes else []
            else:
                found.append(Statement(codes, text, True, is_loose))
        self.statements += found
        self.note_order(listed)

    def read_list(self, items):
        self.note_order([self.words.named_in(item) for item in items])

    def note_order(self, listed):
        single = [next(iter(codes.items())) for codes in listed if len(codes) == 1]
        for dimension in {dimension for dimension, _ in single}:
            codes = [code for one, code in single if one == dimension]
            if len(codes) > 1 and len(set(codes)) == len(codes):
                self.lists.append((dimension, codes))


class Reader(html.parser.HTMLParser):
    """Takes a page of HTML, SVG or Atom apart."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables, self.charts, self.lists, self.sentences = [], [], [], []
        # Per open element that is collected: its tag and the texts in it.
        self.open = []
        self.rows, self.cells, self.texts, self.items = None, None, None, None
        self.is_total = False

    def handle_starttag(self, tag, attributes):
        self.sentences += [value.translate(UNSEEN) for key, value in attributes
                           if key in SPOKEN and value]
        kind = dict(attributes).get("type", "")
        if tag == "table":
            self.rows = []
        elif tag in ("thead", "tbody", "tfoot"):
            self.is_total = tag == "tfoot"
        elif tag == "tr":
            self.cells = []
        elif tag == "svg":
            self.texts = []
        elif tag in ("ul", "ol"):
            self.items = []
        if tag in SENTENCES | {"th", "td", "text"} or (tag == "script" and kind.endswith("json")):
            self.open.append((tag, []))

    def handle_data(self, data):
        for _, texts in self.open:
            texts.append(data.translate(UNSEEN))

    def handle_endtag(self, tag):
        if any(one == tag for one, _ in self.open):
            while self.open[-1][0] != tag:
                self.open.pop()
            self.take(tag, re.sub(r"\s+", " ", "".join(self.open.pop()[1])).strip())
        if tag == "tr" and self.rows is not None and self.cells is not None:
            self.rows.append((self.is_total, self.cells))
        elif tag == "table" and self.rows is not None:
            self.tables.append(self.rows)
            self.rows = None
        elif tag == "svg" and self.texts is not None:
            self.charts.append(self.texts)
            self.texts = None
        elif tag in ("ul", "ol") and self.items is not None:
            self.lists.append(self.items)
            self.items = None

    def take(self, tag, text):
        if tag in ("th", "td") and self.cells is not None:
            self.cells.append(text)
        elif tag == "text" and self.texts is not None:
            self.texts.append(text)
        elif tag == "script":
            self.sentences += json_sentences(text)
        else:
            self.sentences.append(text)
            if tag == "li" and self.items is not None:
                self.items.append(text)


def json_sentences(text):
    """For each object of a JSON text its plain values, as one sentence."""
    def walk(value):
        if isinstance(value, dict):
            yield " ".join(str(one) for one in value.values() if not isinstance(one, (dict, list)))
            for one in value.values():
                yield from walk(one)
        elif isinstance(value, list):
            for one in value:
                yield from walk(one)
        elif isinstance(value, str):
            yield value

    try:
        return [one.translate(UNSEEN) for one in walk(json.loads(text))]
    except json.JSONDecodeError:
        return [text]


def dashed(code):
    """A band such as `18-59` as an axis names it."""
    return re.sub(r"^(\d+)-(\d+)$", "\\1–\\2", code)


class Words:
    """The names of codes, as pages write them."""

    def __init__(self, labels):
        self.names = {}
        for dimension, codes in labels.items():
            for code, names in codes.items():
                for name in {code, dashed(code), *names}:
                    self.names.setdefault(name.translate(UNSEEN).casefold(), set()).add((dimension, code))
        longest = sorted((name for name in self.names if self.is_telling(name)), key=len,
                         reverse=True)
        self.pattern = re.compile(
            r"(?<!\w)(" + "|".join(map(re.escape, longest)) + r")(?!\w)" if longest else r"(?!)")

    def is_telling(self, name):
        """Whether a name in running text is surely a code: not so `yes`, `open` or `other`."""
        dimensions = {dimension for dimension, _ in self.names[name]}
        return (len(self.names[name]) == 1 and not dimensions & ANSWERS
                and name not in {"open", "unknown", "other"})

    def candidates(self, text):
        return sorted(self.names.get(text.strip().casefold(), ()))

    def dimensions(self, text):
        """The dimension of a name; nothing for a name that several have, such as “Unknown”."""
        found = {dimension for dimension, _ in self.candidates(text)}
        return found if len(found) == 1 else set()

    def exactly(self, text):
        found = self.candidates(text)
        return dict(found) if len(found) == 1 else {}

    def of_one_dimension(self, texts):
        """The codes of headings, in the dimension that most of them name."""
        votes = collections.Counter(
            dimension for text in texts for dimension in self.dimensions(text))
        best = min(votes, key=lambda dimension: (-votes[dimension], dimension), default=None)
        # “Unknown” beside names that are strange here may belong to their dimension.
        is_clear = all(self.candidates(text) for text in texts if text.casefold() not in TOTALS)
        return [dict(one for one in self.candidates(text)
                     if one[0] == best and (is_clear or len(self.candidates(text)) == 1))
                for text in texts]

    def named_in(self, text):
        codes = {}
        for match in self.pattern.findall(text.casefold()):
            (found,) = self.names[match]
            # Two codes of one dimension: the numbers are about neither of them alone.
            if codes.setdefault(found[0], found[1]) != found[1]:
                return {}
        return codes
