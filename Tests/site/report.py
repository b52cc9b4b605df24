"""What was checked, what failed, and what was not looked at: one line each."""

import time


class Report:
    def __init__(self):
        self.start = time.monotonic()
        self.passed = self.failed = self.skipped = 0

    def part(self, title):
        print(f"\n== {title}", flush=True)

    def expect(self, name, condition, detail=""):
        """Notes a check; the detail should say what was seen, also when all is well."""
        print(("ok    " if condition else "FAIL  ") + name + (f" ({detail})" if detail else ""),
              flush=True)
        if condition:
            self.passed += 1
        else:
            self.failed += 1

    def expect_none(self, name, faults, seen=""):
        """Notes a check that lists what is wrong, the first of it."""
        shown = "; ".join(str(fault) for fault in faults[:5])
        more = f"; and {len(faults) - 5} more" if len(faults) > 5 else ""
        self.expect(name, not faults, shown + more if faults else seen)

    def skip(self, name, why):
        print(f"SKIP  {name}: {why}", flush=True)
        self.skipped += 1

    def attempt(self, name, check, *arguments):
        """Runs a check; one that cannot go on is a failure of its own, and the others still run."""
        try:
            check(*arguments)
        except Exception as error:  # noqa: BLE001: whatever a validator raises, it did not pass
            self.expect(name, False, f"stopped: {type(error).__name__}: {error}")

    def end(self):
        seconds = time.monotonic() - self.start
        print(f"\n{self.passed} passed, {self.failed} failed, {self.skipped} skipped\n"
              f"It took {seconds:.0f} s.", flush=True)
        return 1 if self.failed else 0
