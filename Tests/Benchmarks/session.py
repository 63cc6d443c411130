"""A program on a pseudo-terminal of its own, and a log of every byte that it wrote with the time it came."""
import fcntl
import itertools
import os
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass

import processes
from screen import Screen

#: Silence, in seconds, that ends a first frame, and the answer to a key.
START_SILENCE = 0.150
KEY_SILENCE = 0.060

#: Silence that ends a burst of bytes of a program that goes on drawing, such as a progress bar while it loads.
BURST_SILENCE = 0.020

#: How long the answer to a key is waited for, where a key may well draw nothing, and where it must draw.
PATIENCE = 1.0
LONG_PATIENCE = 10.0

#: After so long without a byte and without work a program has done all it will do.
REST = 0.3

#: Nothing measured here may take longer.
LIMIT = 120.0

ENVIRONMENT = {
    "PATH": os.environ.get("PATH", os.defpath), "HOME": "/dev/null", "TERM": "xterm-256color", "LANG": "C.UTF-8",
    "TZ": "UTC"}


@dataclass
class Answer:
    """What a program wrote after a key: when the last byte came, how many bytes, in how many reads."""

    milliseconds: float
    size: int
    reads: int


class Session:
    """Starts a program; as a context, ends it. Times are of the monotonic clock, in milliseconds from the exec."""

    def __init__(self, command, columns=80, rows=24):
        self.log = []
        self.screen = Screen(columns, rows)
        self.seen = 0  # how much of the log the screen has
        self.ended = False
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        clock, clock_end = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self.become(command, slave, clock_end)
        os.close(slave)
        os.close(clock_end)
        self.began = struct.unpack("q", os.read(clock, 8))[0]
        os.close(clock)
        os.set_blocking(self.master, False)
        self.poll = select.poll()
        self.poll.register(self.master, select.POLLIN)

    def become(self, command, slave, clock):
        """The child's part: a session leader on the terminal that says when it turns into the program."""
        try:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in range(3):
                os.dup2(slave, descriptor)
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            os.write(clock, struct.pack("q", time.monotonic_ns()))
            os.execvpe(command[0], command, ENVIRONMENT)
        finally:
            os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Hangs up, as a lost connection does, and sees the process go."""
        os.close(self.master)
        end = time.monotonic() + 2
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > end:
                os.killpg(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                return
            time.sleep(0.002)

    def since_start(self, nanoseconds):
        return (nanoseconds - self.began) / 1e6

    def read(self, silence, patience=None):
        """Takes what comes until nothing has come for `silence` seconds, or, before the first byte, for `patience`."""
        deadline = time.monotonic() + (silence if patience is None else patience)
        limit = time.monotonic() + LIMIT
        while not self.ended and (left := min(deadline, limit) - time.monotonic()) > 0:
            if not self.poll.poll(left * 1000):
                continue
            try:
                data = os.read(self.master, 65536)
            except BlockingIOError:
                continue
            except OSError:  # the program closed its terminal
                data = b""
            if not data:
                self.ended = True
                return
            self.log.append((time.monotonic_ns(), data))
            deadline = time.monotonic() + silence

    def look(self):
        """The screen, with all that was read on it."""
        for _, data in self.log[self.seen:]:
            self.screen.feed(data)
        self.seen = len(self.log)
        return self.screen

    def first_frame(self, silence=START_SILENCE):
        """Milliseconds to the last byte of the first burst that leaves a whole screen."""
        while not self.ended and self.since_start(time.monotonic_ns()) < LIMIT * 1000:
            self.read(silence, LIMIT)
            if self.look().is_whole:
                return self.since_start(self.log[-1][0])
        raise TimeoutError("no first frame: " + self.look().text)

    def settle(self):
        """Waits until the program has nothing left to do; milliseconds to its last byte."""
        while not self.ended and self.since_start(time.monotonic_ns()) < LIMIT * 1000:
            size, worked = len(self.log), processes.cpu_nanoseconds(self.pid)
            self.read(REST)
            if len(self.log) == size and processes.cpu_nanoseconds(self.pid) - worked < 1e6 and self.log:
                return self.since_start(self.log[-1][0])
        raise TimeoutError("never at rest: " + self.look().text)

    def write(self, keys):
        """Types; the time of it."""
        now = time.monotonic_ns()
        os.write(self.master, keys)
        return now

    def key(self, keys, silence=KEY_SILENCE, patience=PATIENCE):
        """Types at once and takes the answer; `None` where nothing was drawn."""
        size = len(self.log)
        now = self.write(keys)
        self.read(silence, patience)
        answer = self.log[size:]
        if not answer:
            return None
        return Answer((answer[-1][0] - now) / 1e6, sum(len(data) for _, data in answer), len(answer))

    def key_until(self, keys, text):
        """Types and waits for a text on the screen: milliseconds to the last byte of the burst that shows it."""
        now = self.write(keys)
        while not self.ended and time.monotonic_ns() - now < LIMIT * 1e9:
            self.read(BURST_SILENCE, LIMIT)
            shown = self.burst_with(text)
            if shown is not None:
                return (shown - now) / 1e6
        raise TimeoutError(f"never saw {text}: {self.look().text}")

    def burst_with(self, text):
        """Puts the rest of the log on the screen; when the burst ended that first showed a text, if one did."""
        shown = None
        for time_read, data in self.log[self.seen:]:
            if shown is not None and time_read - shown > BURST_SILENCE * 1e9:
                break
            self.screen.feed(data)
            self.seen += 1
            if shown is not None or text in self.screen.text:
                shown = time_read
        return shown

    def delays(self, keys):
        """Types one key after the other, each of which has to draw something; milliseconds to each answer."""
        answers = [(key, self.key(key.encode(), patience=LONG_PATIENCE)) for key in keys]
        if silent := [key for key, answer in answers if answer is None]:
            raise TimeoutError(f"no answer to {' '.join(silent)}: {self.look().text}")
        return [answer.milliseconds for _, answer in answers]

    def steps(self):
        """Moves the selection row by row from the first to the end of the list and back, for as long as it is asked:
        the answer to each step."""
        row, last, direction = 0, None, 1
        while True:
            if last is not None and row in (0, last):
                direction = 1 if row == 0 else -1
            answer = self.key(b"j" if direction > 0 else b"k")
            if answer:
                row += direction
                yield answer
            elif last is None and row > 0:
                last = row
            else:
                return

    def turns(self):
        """Moves the selection down and up in turn, from the middle of the window, for as long as it is asked: the
        answer to each step. No program can tell from the step before where the next one goes."""
        for _ in range(3):
            if self.key(b"j") is None:
                break
        for key in itertools.cycle((b"k", b"j")):
            if answer := self.key(key):
                yield answer
            else:
                return
