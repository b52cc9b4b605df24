"""What an attack reports."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Limits:
    """What a publisher promises."""

    threshold: int = 5
    width: int = 5
    sensitive_threshold: int = 10

    def is_small(self, low, high):
        return low >= 1 and high < self.threshold


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing that the published files give away."""

    kind: str
    period: str
    where: str
    text: str
    low: int | None = None
    high: int | None = None

    def fields(self):
        return {key: value for key, value in dataclasses.asdict(self).items() if value is not None}

    def __str__(self):
        return f"{self.kind}: {self.period} {self.where}: {self.text}"


def name(names, codes):
    """A cell in words: `group=complaints region=R1`."""
    return " ".join(f"{one}={code}" for one, code in zip(names, codes)) or "total"
