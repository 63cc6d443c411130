"""From the exec to the first full frame of the bundled plan."""
import programs
from claims import Claim, Peer, listed
from session import Session

TEXT = "From exec to the first byte, and to the last byte of the first full frame, of the bundled plan. 15 times at least."
SIZES = [(80, 24), (200, 50)]


def measure(bench):
    racers = {"thuky": bench.dashboard(), "floor": [bench.floor]}
    if htop := programs.installed("htop"):
        racers["htop"] = [htop]
    claims = []
    for columns, rows in SIZES:
        bench.say(f"start: {columns}×{rows}")
        frames = {name: [] for name in racers}
        first_bytes = {name: [] for name in racers}
        for _ in bench.rounds(least=15):
            for name, command in racers.items():
                with Session(command, columns, rows) as session:
                    frames[name].append(session.first_frame())
                    first_bytes[name].append(session.since_start(session.log[0][0]))
        claims.append(Claim.of(
            f"first byte, {columns}×{rows}", "ms", first_bytes["thuky"],
            beside=Peer.of("floor", first_bytes["floor"])))
        for name in list(racers)[1:]:
            claims.append(Claim.of(
                f"first full frame, {columns}×{rows}", "ms", frames["thuky"], beside=Peer.of(name, frames[name]),
                times=2 if name == "floor" else None))
    return listed("Start", TEXT, claims)
