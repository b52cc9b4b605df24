"""Opening what is sealed, beside the stock age program in a loop."""

import shutil

from operations import Operation
from timing import Command, progress

# The loop opens one text in so many: our search of all of them must not take longer.
SAMPLE = 50


class SealedRegister:
    """A register in which every text is sealed, and some of its sealed files on their own."""

    def __init__(self, daftar, clock, scratch, table):
        self.daftar, self.clock, self.table = daftar, clock, table
        self.key = scratch / "key"
        clock.environment["DAFTAR_IDENTITY"] = str(self.key)
        self.folder = scratch / "sealed"
        clock.run([daftar, "init", self.folder, "--name", "Bench", "--time-zone", "UTC",
                   "--seal", "everything", "--layout", table.layout, "--member",
                   "huda:Huda:manager+intake+handler+admin:huda@example.org"], scratch)
        public = clock.run([daftar, "key", "new"], scratch).decode().strip()
        clock.run([daftar, "member", "key", "set", "huda", public], self.folder)
        progress(f"importing {table.name}, sealed")
        clock.run([daftar, "import", "csv", table.file, "--map", table.map, "--skip-bad",
                   "--refused", scratch / "refused-sealed.csv"], self.folder)
        self.sample = scratch / "sample"
        self.texts = self.write_sample()

    def git(self, *arguments):
        vault = self.folder / ".git/daftar/vault.git"
        return self.clock.run(["git", f"--git-dir={vault}", *arguments], self.folder)

    def write_sample(self):
        """Writes one sealed text in SAMPLE as a file; returns how many texts there are."""
        self.sample.mkdir()
        cases = self.git("for-each-ref", "--format=%(refname)", "refs/daftar/vault").split()
        for case in cases[::SAMPLE]:
            name = case.decode()
            entry = self.git("ls-tree", "--name-only", name).split()[0].decode()
            (self.sample / entry).write_bytes(self.git("cat-file", "blob", f"{name}:{entry}"))
        return len(cases)


def opening(register):
    """One search through all sealed texts, and age on one in SAMPLE of them."""
    files = sorted(str(path) for path in register.sample.iterdir())
    loop = 'key=$1; shift; for file; do age -d -i "$key" "$file" > /dev/null; done'

    def search():
        return [Command([register.daftar, "search", register.table.word], register.folder)]

    def age():
        return [Command(["sh", "-c", loop, "sh", register.key, *files], register.folder)]

    has_age = shutil.which("age") is not None
    return [Operation(f"search {register.texts:,} sealed texts", search,
                      f"age -d in a loop, {len(files)} of them" if has_age else "",
                      age if has_age else None, most_ratio=1 if has_age else None)]
