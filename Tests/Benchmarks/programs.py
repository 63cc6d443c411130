"""The programs that take part: thuky as it is released, the small C programs, and what the machine has."""
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def build_thuky(say, *options):
    """Builds a release; the executable."""
    say("building thuky")
    release = ["swift", "build", "-c", "release", "--package-path", ROOT, *options]
    subprocess.run([*release, "--product", "thuky", "--quiet"], check=True)
    folder = subprocess.run([*release, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return Path(folder) / "thuky"


def compile_c(name, folder, *libraries):
    """Compiles one of the C programs that stand here; the executable."""
    executable = folder / name
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    if not compiler:
        raise SystemExit("no C compiler")
    subprocess.run([compiler, "-O2", HERE / f"{name}.c", "-o", executable, *libraries], check=True)
    return executable


def installed(name):
    """A program that may be on the machine: its path, or `None`."""
    return shutil.which(name)
