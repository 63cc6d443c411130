"""The simulated stores that the measurements read, made when they are first asked for."""
import csv
import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
GENERATOR = HERE / "make_store.py"
PLAN = HERE.parents[1] / "Sources/NationalPlan2023/Store"
MONTHS = 12

#: Agencies of the plan, and of the plan with its districts and communes: the two sizes that promises are about.
SMALL = 93
FULL = 9300


@dataclass
class Store:
    """A folder that `make_store.py` wrote."""

    path: Path
    agencies: int
    rows: int

    @property
    def size(self):
        return f"{self.rows:,} rows"

    def promise(self, agencies, limit):
        """A limit that is promised for a store of so many agencies: nothing for another."""
        return limit if self.agencies == agencies else None


class Stores:
    def __init__(self, folder, sizes, say):
        self.folder, self.sizes, self.say = folder, sorted(sizes), say
        with open(PLAN / "indicators.csv", encoding="utf-8", newline="") as file:
            self.indicators = [row["id"] for row in csv.DictReader(file)]
        sources = [GENERATOR, *sorted(PLAN.glob("*.*"))]
        #: Differs where the generator or the plan does, so that no store of another version is read.
        self.origin = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:8]

    def of(self, agencies):
        path = self.folder / f"store-{agencies}-{self.origin}"
        store = Store(path, agencies, agencies * len(self.indicators) * MONTHS)
        if not path.exists():
            self.say(f"making a store of {store.size}")
            unfinished = path.with_suffix(".unfinished")
            subprocess.run(
                [sys.executable, GENERATOR, unfinished, "--plan", PLAN, "--agencies", str(agencies),
                 "--months", str(MONTHS)], check=True)
            unfinished.rename(path)
        return store

    @property
    def all(self):
        return [self.of(size) for size in self.sizes]

    @property
    def small(self):
        return self.of(SMALL)

    @property
    def large(self):
        """The largest that was asked for."""
        return self.of(self.sizes[-1])
