"""Loading a store and saying where the plan stands, against DuckDB and Polars."""
import json
import math

from claims import Claim, Peer, listed
from stores import FULL, SMALL

TEXT = """\
`thuky status --json` beside queries that take each agency's last report and roll up every indicator, all as whole
processes from fork to end, run in turn after one round that is not counted. Memory is the peak of resident memory."""

#: At most so many times the peer's time.
TIME_LIMITS = {(FULL, "DuckDB"): 0.4, (FULL, "Polars"): 0.5, (SMALL, "DuckDB"): 0.15}


def measure(bench):
    claims, remarks = [], []
    for store in bench.stores.all:
        bench.say(f"load: {store.size}")
        answer = bench.run(bench.status(store)).output
        peers = bench.peers.commands(store, json.loads(answer)["asOf"]) if bench.peers else {}
        if peers:
            remarks.append(agreement(store, answer, {name: bench.run(of).output for name, of in peers.items()}))
        claims += claims_of(store, race(bench, {"thuky": bench.status(store)} | peers))
    return listed("Load", "\n".join([TEXT, *remarks]), claims)


def race(bench, racers):
    """The runs of every racer by name. They take turns, and who begins changes."""
    runs = {name: [] for name in racers}
    order = list(racers)
    for _ in bench.rounds():
        for name in order:
            runs[name].append(bench.run(racers[name]))
        order.append(order.pop(0))
    return runs


def agreement(store, answer, outputs):
    """Says of how many indicators a peer gives the same number of reports and the same figure as thuky."""
    indicators = json.loads(answer)["indicators"]
    counts = []
    for name, output in outputs.items():
        lines = (line.split() for line in output.splitlines())
        theirs = {identifier: (int(reported), float(figure)) for identifier, reported, figure in lines}
        counts.append(f"{name} on {sum(is_same(of, theirs.get(of['id'])) for of in indicators)}")
    return f"Over {store.size}, of {len(indicators)} indicators thuky agrees with {' and with '.join(counts)}."


def is_same(indicator, theirs):
    """An indicator that nobody has reported is not in a peer's answer."""
    if theirs is None:
        return indicator["reported"] == 0
    reported, figure = theirs
    return indicator["reported"] == reported and math.isclose(indicator["value"], figure, rel_tol=1e-9)


def claims_of(store, runs):
    time = {name: [run.milliseconds for run in of] for name, of in runs.items()}
    memory = {name: [run.peak_megabytes for run in of] for name, of in runs.items()}
    peers = [name for name in runs if name != "thuky"]
    status, peak = f"`status --json`, {store.size}", f"peak memory of it, {store.size}"
    claims = [
        *(Claim.of(status, "ms", time["thuky"], beside=Peer.of(name, time[name]),
                   times=TIME_LIMITS.get((store.agencies, name))) for name in peers),
        Claim.of(status, "ms", time["thuky"], most=store.promise(SMALL, 15)),
        *(Claim.of(peak, "MB", memory["thuky"], beside=Peer.of(name, memory[name]),
                   times=store.promise(FULL, 0.4) if name == "DuckDB" else None) for name in peers),
        Claim.of(peak, "MB", memory["thuky"]),
    ]
    return [claim for claim in claims if claim.beside or claim.most or not peers]
