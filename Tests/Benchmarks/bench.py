"""What every group of measurements is given."""
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from peers import Peers
from session import Session
from stores import Stores

#: The six screens, by the key that opens them.
SCREENS = {"1": "overview", "2": "indicators", "3": "tasks", "4": "calendar", "5": "agencies", "6": "matrix"}


@dataclass
class Run:
    """A program that ran to its end."""

    milliseconds: float
    peak_megabytes: float
    output: str


@dataclass
class Bench:
    thuky: Path
    floor: Path
    stopwatch: Path
    stores: Stores
    peers: Peers | None
    repetitions: int
    idle_seconds: float
    say: Callable[[str], None]

    def rounds(self, least=1):
        """As often as was asked for; what is over in milliseconds bears a few times more."""
        return range(max(least, self.repetitions))

    def status(self, store):
        """The command that is raced: the whole of a store as one line of JSON."""
        return [self.thuky, "status", "--store", store.path, "--as-of", "end", "--json"]

    def dashboard(self, store=None):
        """The command that opens a store, or the bundled plan."""
        return [self.thuky] + (["--store", store.path, "--as-of", "end"] if store else [])

    def on_screen(self, key, store=None, columns=80, rows=24):
        """A session that has loaded all and shows one of the six screens."""
        session = Session(self.dashboard(store), columns, rows)
        session.settle()
        session.key(key.encode())
        session.settle()
        return session

    def run(self, command):
        """Runs a program to its end as a process of its own."""
        with tempfile.NamedTemporaryFile() as output:
            timing = subprocess.run(
                [self.stopwatch, output.name, *command], check=True, capture_output=True, text=True)
            nanoseconds, kilobytes, status = map(int, timing.stdout.split())
            if status:
                raise SystemExit(f"{command}: status {status}\n{timing.stderr}")
            return Run(nanoseconds / 1e6, kilobytes / 1024, output.read().decode())
