"""Takes the time and the peak memory of whole processes."""

import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent

# A command that takes longer than this in its warm-up run is measured SLOW_RUNS times only.
SLOW_SECONDS = 20
SLOW_RUNS = 5


class Failure(Exception):
    """A command that should have worked did not; the message is for the person who measures."""


@dataclasses.dataclass
class Command:
    """One command line; standard output goes to `output`, nowhere unless it is named."""

    arguments: list
    folder: pathlib.Path
    stdin: pathlib.Path = pathlib.Path(os.devnull)
    output: pathlib.Path = pathlib.Path(os.devnull)


@dataclasses.dataclass
class Measured:
    """What several runs of the same thing took: seconds of each run, kilobytes at the peak."""

    seconds: list
    kilobytes: int

    @property
    def median(self):
        return statistics.median(self.seconds)


class Clock:
    """Runs commands in an environment without anybody's own git configuration."""

    def __init__(self, scratch):
        self.errors = scratch / "errors"
        self.program = scratch / "clock"
        compile_c((HERE / "clock.c").read_text(), self.program)
        home = scratch / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(
            "[user]\nname = Huda\nemail = huda@example.org\n[init]\ndefaultBranch = main\n")
        self.environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith(("GIT_", "DAFTAR_", "XDG_"))}
        self.environment |= {
            "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "DAFTAR_MEMBER": "huda",
            "LC_ALL": "C.UTF-8"}

    def once(self, commands):
        """Seconds and peak kilobytes of commands that run one after the other."""
        seconds, kilobytes = 0.0, 0
        for command in commands:
            arguments = [str(a) for a in command.arguments]
            told = subprocess.run(
                [self.program, command.stdin, command.output, self.errors, *arguments],
                cwd=command.folder, env=self.environment, capture_output=True, text=True)
            if told.returncode != 0:
                raise Failure(f"cannot start {arguments[0]}")
            took, peak, status = (int(word) for word in told.stdout.split())
            if status != 0:
                reason = self.errors.read_text(errors="replace").strip()
                raise Failure(f"{' '.join(arguments)} ended with status {status}\n{reason}")
            seconds += took / 1e9
            kilobytes = max(kilobytes, peak)
        return seconds, kilobytes

    def measure(self, sides, runs):
        """Measures several ways in turn, so that a busy minute falls on all of them.

        Each side is a function that prepares a run, untimed, and returns its commands.
        """
        first = [self.once(side()) for side in sides]
        if max(seconds for seconds, _ in first) > SLOW_SECONDS:
            runs = min(runs, SLOW_RUNS)
        measured = [Measured([], 0) for _ in sides]
        for _ in range(runs):
            for side, result in zip(sides, measured):
                seconds, kilobytes = self.once(side())
                result.seconds.append(seconds)
                result.kilobytes = max(result.kilobytes, kilobytes)
        return measured

    def run(self, arguments, folder, stdin=None):
        """Runs a command that is not measured and returns what it printed."""
        done = subprocess.run(
            [str(a) for a in arguments], cwd=folder, env=self.environment,
            stdin=stdin or subprocess.DEVNULL, capture_output=True)
        if done.returncode != 0:
            reason = done.stderr.decode(errors="replace").strip()
            raise Failure(f"{' '.join(map(str, arguments))}: {reason}")
        return done.stdout


def compile_c(source, program):
    compiler = next(filter(None, map(shutil.which, ["gcc", "cc", "clang"])), None)
    if compiler is None:
        raise Failure("a C compiler is needed: gcc, cc or clang")
    subprocess.run([compiler, "-O2", "-x", "c", "-", "-o", program],
                   input=source, text=True, check=True)


def progress(text):
    print(text, file=sys.stderr, flush=True)
