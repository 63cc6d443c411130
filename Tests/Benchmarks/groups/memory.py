"""What a report row costs in memory."""
import processes
from claims import Claim, listed
from session import Session
from stores import FULL

TEXT = """\
Resident memory of a dashboard on the largest store less that on the smallest, by the rows between them; agencies and
all that is derived from the rows are in it."""


def measure(bench):
    small, large = bench.stores.small, bench.stores.large
    bench.say("memory: a row")
    resident, peak = {}, {}
    for store in (small, large):
        with Session(bench.dashboard(store)) as session:
            session.settle()
            resident[store.rows] = processes.resident_kilobytes(session.pid)
            peak[store.rows] = processes.peak_kilobytes(session.pid)
    claims = [
        Claim(f"resident once loaded, {large.size}", resident[large.rows] / 1024, "MB"),
        Claim(f"peak while loading, {large.size}", peak[large.rows] / 1024, "MB"),
    ]
    if (rows := large.rows - small.rows):
        for what, kilobytes, limit in (("resident once loaded", resident, 32), ("peak while loading", peak, 48)):
            claims.append(Claim(
                f"a row, {what}", 1024 * (kilobytes[large.rows] - kilobytes[small.rows]) / rows, "bytes",
                most=large.promise(FULL, limit)))
    return listed("Memory", TEXT, claims)
