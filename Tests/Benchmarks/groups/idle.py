"""What a dashboard does while nobody types."""
import contextlib

import processes
from bench import SCREENS
from claims import Claim, gridded

TEXT = "Voluntary context switches of all threads and bytes written, in {:g} s without a key. At most: none."


def measure(bench):
    stores = {"bundled plan": None, bench.stores.small.size: bench.stores.small}
    bench.say(f"idle: {bench.idle_seconds:g} s")
    with contextlib.ExitStack() as stack:
        sessions = {
            (name, key): stack.enter_context(bench.on_screen(key, store))
            for name, store in stores.items() for key in SCREENS}
        before = {place: processes.wake_ups(session.pid) for place, session in sessions.items()}
        size = {place: len(session.log) for place, session in sessions.items()}
        next(iter(sessions.values())).read(bench.idle_seconds)
        woken = {place: processes.wake_ups(session.pid) - before[place] for place, session in sessions.items()}
        for session in sessions.values():
            session.read(0.01)
        written = {
            place: sum(len(data) for _, data in session.log[size[place]:]) for place, session in sessions.items()}
    rows = [
        (screen, [
            Claim(f"{what} while idle, {screen}, {name}", counts[name, key], what, most=0)
            for name in stores for what, counts in (("wake-ups", woken), ("bytes", written))])
        for key, screen in SCREENS.items()]
    head = ["screen", *(f"{what}, {name}" for name in stores for what in ("wake-ups", "bytes"))]
    return gridded("Idle", TEXT.format(bench.idle_seconds), head, rows)
