"""What the kernel tells of a running process."""
import os
import time


def fields(path):
    """A file of `Name: value` lines."""
    with open(path, encoding="utf-8") as file:
        return {name: value.strip() for name, _, value in (line.partition(":") for line in file)}


def kilobytes(path, name):
    return int(fields(path)[name].split()[0])


def resident_kilobytes(pid):
    return kilobytes(f"/proc/{pid}/status", "VmRSS")


def peak_kilobytes(pid):
    return kilobytes(f"/proc/{pid}/status", "VmHWM")


def proportional_kilobytes(pid):
    """Memory with each shared page divided by those who share it: what the process adds to the machine's use."""
    return kilobytes(f"/proc/{pid}/smaps_rollup", "Pss")


def wake_ups(pid):
    """How often the threads of a process went to sleep of their own accord, and so how often they were woken."""
    return sum(
        int(fields(f"/proc/{pid}/task/{thread}/status")["voluntary_ctxt_switches"])
        for thread in os.listdir(f"/proc/{pid}/task"))


def cpu_nanoseconds(pid):
    """Processor time of all threads, those that have ended included; the number is how Linux names that clock."""
    return time.clock_gettime_ns((~pid << 3) | 2)
