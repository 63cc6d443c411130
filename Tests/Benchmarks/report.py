"""The page that the measurements make."""
from claims import markdown_table

INTRODUCTION = """\
# Benchmarks

One command builds thuky as it is released, makes large simulated stores, and measures from outside: whole processes,
and a real pseudo-terminal on which bytes are timed as they come. Peers run in turn with thuky in the same run. The
ratios are what is promised; milliseconds are those of one machine, named below, and of whatever else ran on it.

This page is written by that command and not by hand.

## How to run

```sh
Tests/Benchmarks/run --out Sources/thuky/thuky.docc/Benchmarks.md
```

It needs what a build needs (Swift, a C compiler, ncurses' headers), Python 3.10 or later with `venv`, and PyPI for
DuckDB and Polars (`--no-peers` goes without). `htop` takes part where it is installed; `strace` counts the writes.
`--only load,start` runs single groups, `--reps N` sets how often, `--sizes 93,9300` which stores (in agencies),
`--idle 60` for how long idleness is watched, `--cache DIR` keeps stores and peers for the next run; `--help` knows
the rest.

*The floor* is `Tests/Benchmarks/floor.c`, a list in bare ncurses that reads no file: what a full screen costs at
least. A frame ends, and so does the answer to a key, with its last byte; that it was the last is known from the
silence after it (150 ms, 60 ms; 20 ms where a program goes on drawing because it loads), which is not counted.
Figures are medians unless another is named; p95 is over all keys of all repetitions.
"""


def outcome(claims, why):
    """How many promises hold, and each that does not."""
    promised = [claim for claim in claims if claim.holds is not None]
    short = [claim for claim in promised if not claim.holds]
    parts = ["## Outcome", f"{len(promised) - len(short)} of {len(promised)} limits hold."]
    if short:
        lines = []
        for claim in short:
            ratio = f", {claim.ratio:.2f} × {claim.beside.name}" if claim.beside else ""
            lines.append(f"- {claim.work}: {claim.figure}{ratio}; at most {claim.limit}")
        parts += ["What falls short:", "\n".join(lines)]
    if why:
        parts.append(why.strip())
    return parts


def page(sections, facts, remarks, why):
    """The whole page; `why` is what its writer has to say about what falls short."""
    parts = [INTRODUCTION.rstrip()]
    parts += ["## The machine", markdown_table(["", "of this run"], [[*fact] for fact in facts.items()])]
    parts.append(" ".join(remarks))
    parts += outcome([claim for section in sections for claim in section.claims], why)
    for section in sections:
        parts += [f"## {section.title}", section.text, section.table]
    return "\n\n".join(part.strip() for part in parts) + "\n"
