"""Tasks on several processes: a few at a time, each result handed over as soon as it is there."""

import itertools
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from recension.errors import SettingsError

T = TypeVar("T")

# Tasks that wait for each process: enough to keep it busy, few enough to keep what they carry out of memory.
_WAITING = 2


def count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_tasks(function: Callable[..., T], tasks: Iterable[tuple[Any, ...]], jobs: int) -> Iterator[tuple[int, T]]:
    """The number and the result of each of `tasks`, as they are finished; in this process where one is enough."""
    remaining = iter(tasks)
    first = list(itertools.islice(remaining, 2))
    if jobs <= 1 or len(first) < 2:
        for number, task in enumerate(itertools.chain(first, remaining)):
            yield number, function(*task)
        return
    # Started afresh rather than forked: a fork copies the locks of whatever threads the caller runs.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts)
    running: dict[Future[T], int] = {}
    try:
        for number, task in enumerate(itertools.chain(first, remaining)):
            running[pool.submit(function, *task)] = number
            if len(running) >= _WAITING * jobs:
                yield from _collect(running)
        while running:
            yield from _collect(running)
    except BrokenProcessPool as error:
        message = "a process was ended from outside, probably for want of memory: run again with fewer --jobs"
        raise SettingsError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _collect(running: dict["Future[T]", int]) -> Iterator[tuple[int, T]]:
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in done:
        yield running.pop(future), future.result()


def _leave_interrupts() -> None:
    """Lets the process that started this one deal with Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
