"""Going back in time, month by month, on the largest store."""
from claims import Claim, listed, percentile
from stores import FULL

TEXT = "On the overview: `[` to a month end that was not shown before, then `]` back over the same ones."
MONTHS = 8


def measure(bench):
    store = bench.stores.large
    bench.say(f"as of: {store.size}")
    fresh, known = [], []
    for _ in bench.rounds():
        with bench.on_screen("1", store) as session:
            fresh += session.delays("[" * MONTHS)
            known += session.delays("]" * MONTHS)
    limit = store.promise(FULL, 30)
    return listed("Another day", TEXT, [
        Claim(f"a month back, {store.size}, {which}, p{percent}", percentile(delays, percent), "ms", most=limit)
        for which, delays in (("not shown before", fresh), ("shown before", known))
        for percent in (50, 95)
    ])
