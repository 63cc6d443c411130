"""The machine and the versions, so that a table says where it comes from."""
import os
import platform
import subprocess

import processes
import programs


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def first_line(*command):
    """The first line that a program prints, or `None` where there is no such program."""
    if not programs.installed(command[0]):
        return None
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return lines[0].strip() if lines else None


def description(peers, load):
    """Names and what the machine has of them, in order; `load` is how busy it was with other work."""
    facts = {
        "processor": processor(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{processes.kilobytes('/proc/meminfo', 'MemTotal') / 2**20:.0f} GiB",
        "kernel": f"{platform.system()} {platform.release()}",
        "load before": f"{load:.2f}",
        "Swift": first_line("swift", "--version"),
        "ncurses": first_line("ncursesw6-config", "--version"),
        "htop": first_line("htop", "--version"),
        "strace": first_line("strace", "--version"),
        "Python": platform.python_version(),
    } | (peers.versions() if peers else {})
    return {name: fact or "not installed" for name, fact in facts.items()}
