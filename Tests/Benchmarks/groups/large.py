"""Opening the largest store: what the reader has before the reports are read, and when the figures are there."""
import json

from claims import Claim, Peer, listed
from session import BURST_SILENCE, Session
from stores import FULL

TEXT = """\
The dashboard is opened on the largest store. The first answered key is the time of the first frame and that of the
key together: `2` typed on the first frame until the list of indicators is shown, beside PgDn on the floor, which
draws as much. The figures are complete with the last byte before the program has nothing left to do; that they are
those of `thuky status` is checked on the screen. 5 times at least."""


def measure(bench):
    store = bench.stores.large
    bench.say(f"large: {store.size}")
    times = {name: [] for name in ("frame", "answer", "complete", "status", "floor frame", "floor answer")}
    for _ in bench.rounds(least=5):
        status = bench.run(bench.status(store))
        times["status"].append(status.milliseconds)
        with Session(bench.dashboard(store)) as session:
            times["frame"].append(session.first_frame(BURST_SILENCE))
            times["complete"].append(session.settle())
            check(session, json.loads(status.output))
        with Session(bench.dashboard(store)) as session:
            frame = session.first_frame(BURST_SILENCE)
            times["answer"].append(frame + session.key_until(b"2", bench.stores.indicators[0]))
        with Session([bench.floor, str(store.rows)]) as session:
            frame = session.first_frame(BURST_SILENCE)
            times["floor frame"].append(frame)
            times["floor answer"].append(frame + session.key(b"\x1b[6~").milliseconds)
    claims = [
        Claim.of(f"first frame, {store.size}", "ms", times["frame"],
                 beside=Peer.of("floor", times["floor frame"]), times=store.promise(FULL, 3)),
        Claim.of(f"first answered key, {store.size}", "ms", times["answer"],
                 beside=Peer.of("floor", times["floor answer"]), times=store.promise(FULL, 3)),
        Claim.of(f"figures complete, {store.size}", "ms", times["complete"],
                 beside=Peer.of("`status`", times["status"]), times=store.promise(FULL, 1.2)),
    ]
    return listed("A large store", TEXT, claims)


def check(session, status):
    """Sees that the overview shows how far every pillar is: cut after one decimal, as thuky does, not rounded."""
    screen = session.look().text
    for pillar in status["pillars"]:
        tenths = int(1000 * pillar["attainment"] + 1e-9)
        shown = f"{tenths // 10},{tenths % 10}"
        if shown not in screen:
            raise SystemExit(f"{pillar['id']}: {shown} is not on the screen:\n{screen}")
