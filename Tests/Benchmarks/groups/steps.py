"""One step of the selection on every screen."""
import itertools

import programs
import writes
from bench import SCREENS
from claims import Claim, Peer, gridded, percentile
from session import Session

TEXT = """\
30 single steps down (and up again from the end of a list) on each screen, in turn with steps of the floor's list:
time to the last byte, and bytes a step. thuky draws the frame of the next step while nothing happens; the last column
is of steps down and up in turn, of which none is like the one before. The p50 stands beside the floor's steps in
between, the p95 beside all of the floor's in a terminal of that size. At most: p50 1.5 × floor, p95 2 × floor, p95 of
the bytes 400 (the matrix 600, a list with the page beside it that its row leads to 2,000); what is more is bold."""
WRITES_TEXT = """\
System calls that write to the terminal, counted by `strace` on the bundled plan: of the first frame (at most 8), and
the most that a step needed on each screen (at most 1)."""
SIZES = [(80, 24), (120, 40)]
STEPS = 30
TURNS = 15
HEAD = ["screen", "p50 ms (× floor)", "p95 ms (× floor)", "bytes p50", "bytes p95", "reads a step", "turning, p50 ms"]


def measure(bench):
    rows = []
    for columns, lines in SIZES:
        pairs, turns = {}, {}
        for _ in bench.rounds():
            for store in (None, bench.stores.large):
                collect(bench, store, columns, lines, pairs, turns)
        floor = [answer for of in pairs.values() for _, answer in of]
        rows += [line(label, *zip(*of), floor, *zip(*turns[label])) for label, of in pairs.items()]
    return [gridded("Steps", TEXT, HEAD, rows), *counted_writes(bench)]


def collect(bench, store, columns, lines, pairs, turns):
    """Adds the answers of one session, each with that of the floor to the same step, by screen; those to steps back
    and forth to `turns`."""
    name = store.size if store else "bundled plan"
    bench.say(f"steps: {name}, {columns}×{lines}")
    with Session(bench.dashboard(store), columns, lines) as session:
        session.settle()
        for key, screen in SCREENS.items():
            session.key(key.encode())
            session.settle()
            with Session([bench.floor], columns, lines) as floor:
                floor.settle()
                label = f"{screen}, {name}, {columns}×{lines}"
                steps = zip(session.steps(), floor.steps())
                pairs.setdefault(label, []).extend(itertools.islice(steps, STEPS))
                for program in (session, floor):
                    program.key(b"g")
                steps = zip(session.turns(), floor.turns())
                turns.setdefault(label, []).extend(itertools.islice(steps, TURNS))


def line(label, answers, beside, floor, turns, turns_beside):
    """A line of the table: a label and its claims. The median stands beside that of the same seconds; the rare slow
    steps beside those of the floor in all the time, for there are too few of them in a few seconds."""
    def delay(answers, percent):
        return percentile([answer.milliseconds for answer in answers], percent)

    sizes = [answer.size for answer in answers]
    return label, [
        Claim(f"a step, p50, {label}", delay(answers, 50), "ms", beside=Peer("floor", delay(beside, 50)), times=1.5),
        Claim(f"a step, p95, {label}", delay(answers, 95), "ms", beside=Peer("floor", delay(floor, 95)), times=2),
        Claim(f"bytes of a step, p50, {label}", percentile(sizes, 50), "bytes"),
        Claim(f"bytes of a step, p95, {label}", percentile(sizes, 95), "bytes", most=most_bytes(label)),
        Claim(f"reads of a step, {label}", sum(answer.reads for answer in answers) / len(answers), "reads"),
        Claim(f"a step back, p50, {label}", delay(turns, 50), "ms", beside=Peer("floor", delay(turns_beside, 50)),
              times=1.5),
    ]


def most_bytes(label):
    """What a step may send: a wide window shows beside a list what its row leads to."""
    screen, *_, size = label.split(", ")
    if screen in ("indicators", "tasks", "agencies") and size == "120×40":
        return 2_000
    return 600 if screen == "matrix" else 400


def counted_writes(bench):
    """A section where `strace` can count, none elsewhere."""
    if not programs.installed("strace"):
        return []
    rows = {what: [] for what in ("first frame", *SCREENS.values())}
    for columns, lines in SIZES:
        bench.say(f"writes: {columns}×{lines}")
        counts = writes.count(bench.dashboard(), columns, lines)
        for what, claims in rows.items():
            claims.append(Claim(
                f"writes, {what}, {columns}×{lines}", counts[what], "writes", most=8 if what == "first frame" else 1))
    head = ["writes", *(f"{columns}×{lines}" for columns, lines in SIZES)]
    return [gridded("Writes", WRITES_TEXT, head, list(rows.items()))]
