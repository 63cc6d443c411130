"""A hundred readers at once."""
import contextlib
import time

import processes
from claims import Claim, listed
from session import REST, Session

TEXT = "The memory of 100 dashboards that are open at once, each shared page counted once (PSS)."
COUNT = 100


def measure(bench):
    small = bench.stores.small
    claims = []
    for name, store, limit in (("the bundled plan", None, 300), (f"one store of {small.size}", small, 700)):
        bench.say(f"sessions: {COUNT} on {name}")
        with contextlib.ExitStack() as stack:
            sessions = [stack.enter_context(Session(bench.dashboard(store))) for _ in range(COUNT)]
            settle(sessions)
            total = sum(processes.proportional_kilobytes(session.pid) for session in sessions)
        claims.append(Claim(f"{COUNT} sessions on {name}", total / 1024, "MB", most=limit))
    return listed("Sessions", TEXT, claims)


def settle(sessions):
    """Waits until all of them have drawn and none has anything left to do."""
    before = None
    while not all(session.log for session in sessions) or work(sessions) != before:
        before = work(sessions)
        time.sleep(REST)
        for session in sessions:
            session.read(0.001)


def work(sessions):
    """How much each has written and how long, in milliseconds, it has worked."""
    return [(len(session.log), processes.cpu_nanoseconds(session.pid) // 1_000_000) for session in sessions]
