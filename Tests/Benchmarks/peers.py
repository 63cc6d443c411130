"""DuckDB and Polars, in a Python environment of their own."""
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
QUERIES = {"DuckDB": ("duckdb", "duckdb_query.py"), "Polars": ("polars", "polars_query.py")}


class Peers:
    """Programs that answer what `thuky status` answers."""

    def __init__(self, folder, say):
        environment = folder / "peers"
        self.python = environment / "bin/python"
        if not (environment / "ready").exists():
            say("installing DuckDB and Polars from PyPI")
            packages = [package for package, _ in QUERIES.values()]
            try:
                subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=True)
                subprocess.run([self.python, "-m", "pip", "install", "--quiet", *packages], check=True)
            except (OSError, subprocess.CalledProcessError) as error:
                raise SystemExit(f"{error}\nno peers: needs python3-venv and PyPI; --no-peers goes without") from error
            (environment / "ready").touch()

    def commands(self, store, date):
        """The whole processes to run, by name."""
        return {name: [self.python, HERE / query, store.path, date] for name, (_, query) in QUERIES.items()}

    def versions(self):
        """As the packages tell themselves, by name."""
        return {
            name: subprocess.run(
                [self.python, "-c", f"import {package}; print({package}.__version__)"], check=True,
                capture_output=True, text=True).stdout.strip()
            for name, (package, _) in QUERIES.items()}
