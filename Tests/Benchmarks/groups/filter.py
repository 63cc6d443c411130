"""Filtering as the reader types, over the agencies of the largest store."""
from claims import Claim, listed, percentile
from stores import FULL

TEXT = """\
On the screen of the agencies: `/`, then words letter by letter; each letter until the last byte of the list that it
leaves."""
WORDS = ["ha giang 1", "hcm", "quang n", "don vi 12", "x"]


def measure(bench):
    store = bench.stores.large
    bench.say(f"filter: {store.agencies:,} agencies")
    delays = []
    for _ in bench.rounds():
        with bench.on_screen("5", store) as session:
            for word in WORDS:
                session.delays("/")
                delays += session.delays(word)
                session.delays("\x1b")
                session.settle()
    work = f"a letter of the filter over {store.agencies:,} agencies"
    return listed("Filter", TEXT, [
        Claim(f"{work}, p50", percentile(delays, 50), "ms", min(delays)),
        Claim(f"{work}, p95", percentile(delays, 95), "ms", most=store.promise(FULL, 8)),
    ])
