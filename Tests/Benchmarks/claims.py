"""What was measured beside what was promised."""
from dataclasses import dataclass
from statistics import median


def percentile(values, percent):
    """By linear interpolation between the two nearest values."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def number(value):
    """Three digits that count, and thousands apart."""
    size = abs(value)
    if size >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.2f}" if size < 10 else f"{value:.1f}"


@dataclass
class Peer:
    """What the same work costs another program in the same run."""

    name: str
    value: float
    least: float | None = None

    @classmethod
    def of(cls, name, samples):
        return cls(name, median(samples), min(samples))


@dataclass
class Claim:
    """A figure of thuky's, and what it must not exceed: a multiple of a peer's, a value, or both, or nothing."""

    work: str
    value: float
    unit: str
    least: float | None = None
    beside: Peer | None = None
    times: float | None = None
    most: float | None = None

    @classmethod
    def of(cls, work, unit, samples, **limits):
        return cls(work, median(samples), unit, min(samples), **limits)

    @property
    def ratio(self):
        return self.value / self.beside.value if self.beside else None

    @property
    def holds(self):
        """`None` where nothing was promised."""
        verdicts = []
        if self.times is not None and self.beside:
            verdicts.append(self.ratio <= self.times)
        if self.most is not None:
            verdicts.append(self.value <= self.most)
        return all(verdicts) if verdicts else None

    @property
    def limit(self):
        parts = []
        if self.times is not None and self.beside:
            parts.append(f"{self.times:g} × {self.beside.name}")
        if self.most is not None:
            parts.append(f"{number(self.most)} {self.unit}")
        return "; ".join(parts)

    @property
    def figure(self):
        return f"{number(self.value)} {self.unit}"

    @property
    def short(self):
        """For one cell of a table: the figure, the ratio, and a mark where it is too much."""
        text = number(self.value)
        if self.beside:
            text += f" ({self.ratio:.2f} ×)"
        return f"**{text}**" if self.holds is False else text


@dataclass
class Section:
    """A part of the page: what was done, a table, and the claims that are in it."""

    title: str
    text: str
    table: str
    claims: list[Claim]


def markdown_table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def verdict(claims):
    holds = [claim.holds for claim in claims if claim.holds is not None]
    return "" if not holds else "yes" if all(holds) else "**no**"


def listed(title, text, claims):
    """A section with a line for every claim."""
    def least(of):
        return f" (min {number(of.least)})" if of.least is not None else ""

    rows = [
        [
            claim.work, claim.figure + least(claim),
            f"{claim.beside.name} {number(claim.beside.value)}{least(claim.beside)}" if claim.beside else "",
            f"{claim.ratio:.2f} ×" if claim.beside else "", claim.limit, verdict([claim]),
        ]
        for claim in claims]
    return Section(
        title, text, markdown_table(["work", "thuky", "beside", "ratio", "at most", "holds"], rows), claims)


def gridded(title, text, head, rows):
    """A section with a line for several claims: rows are a label and the claims of that line."""
    table = markdown_table(
        [*head, "holds"], [[label, *(claim.short for claim in claims), verdict(claims)] for label, claims in rows])
    return Section(title, text, table, [claim for _, claims in rows for claim in claims])
