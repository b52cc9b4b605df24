"""Makes the registers that are measured, by importing a table of complaints."""

import datetime
import json
import os
import pathlib
import random

from timing import progress

PROJECT = pathlib.Path(__file__).resolve().parents[2]

# So many notes give the register a history beyond its import, for `log` to walk through.
NOTES = 200

# Above this a month of the synthetic table holds more than 300 cases, too many for one folder.
LARGEST_MONTH_LAYOUT = 60_000

SEARCHED = "latrine"

MAP = """\
defaults:
  category: major
  channel: letter
  language: en
  outcome: undetermined
external:
  prefix: syn-
  column: number
columns:
  - column: received
    as: coded
    to: received
    format: yyyy-MM-dd
  - column: closed
    as: coded
    to: closed
    format: yyyy-MM-dd
  - column: area
    as: text
  - column: report
    as: text
    to: narrative
"""

PLACES = ["gate", "queue", "tap", "clinic", "school", "road", "store", "tent", "kitchen", "well"]
MATTERS = ["was closed", "is broken", "came late", "was too small", "had no shade",
           "was refused to us", "is not on the list", "smells", "was handed out twice"]


class Table:
    """A table to import: its file, its map, a name for it and a word that some texts hold."""

    def __init__(self, file, import_map, name, word, layout="month"):
        self.file, self.map, self.name = file, import_map, name
        self.word, self.layout = word, layout


def synthetic(scratch, size):
    """Writes a table of `size` complaints of 2000 to 2016; the same one for the same size."""
    # Only random() gives the same numbers in every version of Python.
    generator = random.Random(size)

    def below(limit):
        return int(generator.random() * limit)

    first = datetime.date(2000, 1, 1)
    days = (datetime.date(2016, 12, 31) - first).days
    received = sorted(first + datetime.timedelta(below(days + 1)) for _ in range(size))
    file, import_map = scratch / f"synthetic-{size}.csv", scratch / "synthetic.map.yml"
    with file.open("w") as table:
        table.write("number,received,closed,area,report\n")
        for number, day in enumerate(received, 1):
            is_open = below(60) == 0
            closed = "" if is_open else day + datetime.timedelta(1 + below(700))
            sentences = [f"The {PLACES[below(len(PLACES))]} {MATTERS[below(len(MATTERS))]}."
                         for _ in range(1 + below(6))]
            if below(200) == 0:
                sentences.append(f"The {SEARCHED} has no light.")
            table.write(f"{number},{day},{closed},Block {1 + below(280)},{' '.join(sentences)}\n")
    import_map.write_text(MAP)
    layout = "month" if size <= LARGEST_MONTH_LAYOUT else "month-bucket"
    return Table(file, import_map, f"{size:,} synthetic rows", SEARCHED, layout)


def chicago():
    """The complaints about police officers in Chicago, where somebody has them; else nothing."""
    folder = pathlib.Path(os.environ.get("DAFTAR_SHARED") or PROJECT.parent / "shared")
    for data in [folder / "data", folder]:
        file = data / "chicago-police-complaints-2000-2016" / "complaints.csv"
        if file.is_file():
            import_map = PROJECT / "docs/import-maps/chicago-complaints.yml"
            return Table(file.resolve(), import_map, "Chicago's complaints 2000–2016", "1115")
    return None


class Register:
    """A register with imported cases and some notes, and a clone of it for git alone."""

    def __init__(self, daftar, clock, scratch, table):
        self.daftar, self.clock, self.scratch, self.table = daftar, clock, scratch, table
        self.refused = scratch / "refused.csv"
        self.folder = self.empty("register")
        progress(f"importing {table.name}")
        clock.run(self.import_command(), self.folder)
        self.stream = scratch / "stream"
        self.stream.write_bytes(clock.run(["git", "fast-export", "--all"], self.folder))
        self.cases = len(self.files())

        progress(f"adding {NOTES} notes")
        # Open cases that do not wait for anything: no step refuses a note on them.
        listed = clock.run([daftar, "list", "--open", "--json"], self.folder)
        names = [case["case"] for case in json.loads(listed)]
        for step in range(NOTES):
            case = names[step % len(names)]
            clock.run([daftar, "note", case, "--text", f"Visit number {step + 1}."], self.folder)
        progress("closing the blocks")
        clock.run([daftar, "publish", "close"], self.folder)
        self.case = names[len(names) // 2]
        self.file = next(path for path in self.files() if self.case in path)
        self.blobs = scratch / "blobs"
        self.blobs.write_bytes(self.tree("%(objectname)"))
        self.clone = scratch / "clone"
        clock.run(["git", "clone", "--quiet", self.folder, self.clone], scratch)
        self.commits = int(clock.run(["git", "rev-list", "--count", "HEAD"], self.folder))
        self.bytes = sum(map(int, self.tree("%(objectsize)").split()))

    def empty(self, name):
        """A new register without cases."""
        self.clock.run(
            [self.daftar, "init", name, "--name", "Bench", "--time-zone", "UTC",
             "--layout", self.table.layout, "--member",
             "huda:Huda:manager+intake+handler+admin:huda@example.org"], self.scratch)
        return self.scratch / name

    def import_command(self):
        self.refused.unlink(missing_ok=True)
        return [self.daftar, "import", "csv", self.table.file, "--map", self.table.map,
                "--skip-bad", "--refused", self.refused]

    def tree(self, shape):
        """One line for each case file of the last commit, as `git ls-tree --format` wants it."""
        # A case lies in cases/YEAR/MONTH/; configuration lies in cases/ itself.
        return self.clock.run(
            ["git", "ls-tree", "-r", f"--format={shape}", "HEAD", *self.years()], self.folder)

    def years(self):
        return [f"cases/{path.name}" for path in sorted((self.folder / "cases").iterdir())
                if path.is_dir() and path.name.isdigit()]

    def files(self):
        return self.tree("%(path)").decode().split()
