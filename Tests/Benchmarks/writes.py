"""How many system calls a program needs to write to its terminal, as `strace` sees them."""
import re
import tempfile

from bench import SCREENS
from session import Session

TO_TERMINAL = re.compile(r"\bwritev?\(\d+<(?:/dev/pts/|/dev/tty)")
STEPS = 10

#: `strace` makes a program slow, so silence has to last longer before it says something.
SILENCE = 0.3


def count(command, columns, lines):
    """Writes of the first frame, and the most that one step needed, by the name of the screen."""
    with tempfile.NamedTemporaryFile("r", suffix=".strace", encoding="utf-8", errors="replace") as log:
        traced = ["strace", "-f", "-qq", "-y", "-e", "trace=write,writev", "-o", log.name, "--", *command]

        def new():
            return sum(bool(TO_TERMINAL.search(line)) for line in log.readlines())

        def step():
            session.key(b"j", SILENCE)
            return new()

        with Session(traced, columns, lines) as session:
            session.first_frame(SILENCE)
            counts = {"first frame": new()}
            for key, screen in SCREENS.items():
                session.key(key.encode(), SILENCE)
                new()
                counts[screen] = max(step() for _ in range(STEPS))
    return counts
