"""What is measured, beside what, and how good it should be."""

import dataclasses
import datetime
import pathlib
import shutil
import typing

import hugo
from timing import Command, compile_c

DAY = "2016-12-31"


@dataclasses.dataclass
class Operation:
    """One line of the table; the two functions prepare a run and return its commands."""

    name: str
    ours: typing.Callable
    beside: str = ""
    theirs: typing.Callable | None = None
    most_ratio: float | None = None
    most_milliseconds: float | None = None


def starts(daftar, scratch):
    """The start of a process, which every command pays for."""
    empty = scratch / "empty"
    compile_c("int main(void) { return 0; }\n", empty)

    def version():
        return [Command([daftar, "--version"], scratch)]

    return [
        Operation("--version", version, "git --version",
                  lambda: [Command(["git", "--version"], scratch)], most_milliseconds=10),
        Operation("--version", version, "an empty C program",
                  lambda: [Command([empty], scratch)]),
    ]


def reading(register):
    """Commands that change nothing."""
    folder, scratch = register.folder, register.scratch

    def ours(*arguments, output=None):
        more = {"output": output} if output else {}
        return lambda: [Command([register.daftar, *arguments], folder, **more)]

    def git(*arguments, **more):
        return lambda: [Command(["git", *arguments], folder, **more)]

    all_blobs = git("cat-file", "--batch", stdin=register.blobs)
    word = register.table.word
    # Not to /dev/null: grep stops at the first hit when nobody reads the others.
    found = scratch / "found"
    has_rg = shutil.which("rg") is not None
    searcher = ["rg", "--fixed-strings", "--ignore-case"] if has_rg else ["grep", "-rFi"]
    site = scratch / "site"

    def build_internal():
        shutil.rmtree(site, ignore_errors=True)
        return ours("site", "build", "--internal", "--as-of", DAY, "--out", site)()

    return [
        Operation("list --open", ours("list", "--open"), "git cat-file --batch, all cases",
                  all_blobs, most_ratio=2),
        Operation("stats", ours("stats", "--as-of", DAY), "git cat-file --batch, all cases",
                  all_blobs, most_ratio=2),
        Operation("show CASE", ours("show", register.case), "git show HEAD:FILE",
                  git("show", f"HEAD:{register.file}")),
        Operation("log CASE", ours("log", register.case), "git log -- FILE",
                  git("log", "--", register.file)),
        Operation("check", ours("check"), "git fsck", git("fsck")),
        Operation(f"search {word}", ours("search", word, output=found), f"{searcher[0]} {word}",
                  lambda: [Command([*searcher, word, "cases"], folder, output=found)]),
        Operation("site build --internal", build_internal),
        *public_site(register),
    ]


def public_site(register):
    """The public site of all closed blocks, beside a site generator that reads the same cases."""
    site, other = register.scratch / "public", register.scratch / "hugo"
    has_hugo = shutil.which("hugo") is not None
    if has_hugo:
        hugo.write_project(other, register.folder / "cases")

    def build():
        shutil.rmtree(site, ignore_errors=True)
        return [Command([register.daftar, "site", "build", "--out", site], register.folder)]

    def generate():
        shutil.rmtree(other / "public", ignore_errors=True)
        return [Command(["hugo", "--quiet"], other)]

    return [Operation("site build, all closed blocks", build,
                      "hugo: one page of counts" if has_hugo else "",
                      generate if has_hugo else None, most_ratio=0.5 if has_hugo else None)]


def writing(register):
    """Commands that change a register; measured last, so that the others see the same one."""
    scratch, clone = register.scratch, register.clone
    template = (clone / register.file).read_text()
    # The folder in which `new` writes.
    month = pathlib.Path("cases") / datetime.date.today().strftime("%Y/%m")
    written = []

    def new():
        return [Command([register.daftar, "new", "--category", "minor", "--channel", "desk",
                         "--language", "en", "--text", "The queue has no shade."],
                        register.folder)]

    def commit():
        name = month / f"BENCH-{len(written):04}.md"
        written.append(name)
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text(template + f"\n{name}\n")
        return [Command(["git", "add", "--", name], clone),
                Command(["git", "commit", "--quiet", "-m", f"{name}: register"], clone)]

    def import_table():
        shutil.rmtree(scratch / "imported", ignore_errors=True)
        folder = register.empty("imported")
        return [Command(register.import_command(), folder)]

    def fast_import():
        shutil.rmtree(scratch / "bare", ignore_errors=True)
        register.clock.run(["git", "init", "--quiet", "--bare", "bare"], scratch)
        return [Command(["git", "fast-import", "--quiet"], scratch / "bare",
                        stdin=register.stream)]

    return [
        Operation("new", new, "git add + git commit", commit, most_ratio=1),
        Operation("import csv", import_table, "git fast-import, same files", fast_import),
    ]
