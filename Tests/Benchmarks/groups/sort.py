"""Sorting the longest lists."""
from bench import SCREENS
from claims import Claim, listed, percentile
from stores import FULL

TEXT = "`s` sorts by the next column, `S` the other way round: until the last byte of the list in its new order."
KEYS = "ssSsSs"


def measure(bench):
    store = bench.stores.large
    claims = []
    for key in "56":
        bench.say(f"sort: {SCREENS[key]}")
        delays = []
        for _ in bench.rounds():
            with bench.on_screen(key, store) as session:
                delays += session.delays(KEYS)
        work = f"sort {store.agencies:,} agencies, {SCREENS[key]}"
        claims += [
            Claim(f"{work}, p50", percentile(delays, 50), "ms", min(delays)),
            Claim(f"{work}, p95", percentile(delays, 95), "ms", most=store.promise(FULL, 50)),
        ]
    return listed("Sort", TEXT, claims)
