"""Once on a cluster: a Spark standalone master and a Dask scheduler, two workers each, all on this machine.

Frames are asked by a process of its own, so that no session of another test is in the way. The answers are the same:
laws and reforms reach the workers.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, Final

import pytest

from tests.extra.frames import clusters

pytestmark = pytest.mark.programs

ROOT: Final = Path(__file__).parents[3]
_PATIENCE: Final = 50


@cache
def expected() -> dict[str, Any]:
    """What polars answers."""
    return clusters.on_polars()


def asked(*arguments: str) -> dict[str, Any]:
    """What a cluster answers to a process of its own."""
    path = os.pathsep.join([str(ROOT), *(one for one in sys.path if one)])
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.extra.frames.clusters", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_polars_answers_something() -> None:
    """What is compared is refused, stale, answered and settled."""
    found = expected()
    assert len(found["premiums"]) == 100
    assert {row[2] for row in found["premiums"]} == {"None", "paid_after_term", "not_in_force"}
    assert len(found["lines"]) > 7
    assert len(found["study"]) == 3


@pytest.mark.skipif(find_spec("distributed") is None, reason="the scheduler of Dask is not installed")
def test_dask() -> None:
    """A Dask scheduler with two workers."""
    assert asked("dask") == expected()


@pytest.fixture
def master() -> Iterator[str]:
    """A standalone master of Spark with two workers; gone afterwards."""
    import pyspark

    home = Path(pyspark.__file__).parent
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"spark://127.0.0.1:{port}"
    started = [str(home / "bin" / "spark-class")]
    where = ["--host", "127.0.0.1", "--webui-port", "0"]
    environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1"}
    work = os.environ.get("TMPDIR", "/tmp")  # noqa: S108  (where workers keep what executors write)
    worker = [
        "org.apache.spark.deploy.worker.Worker",
        *where,
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        work,
        url,
    ]
    commands = [["org.apache.spark.deploy.master.Master", *where, "--port", str(port)], worker, worker]
    running = []
    try:
        for command in commands:
            one = subprocess.Popen(
                [*started, *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            running.append(one)
            if len(running) == 1:
                wait_for(port)
        yield url
    finally:
        for one in reversed(running):
            one.terminate()
        for one in running:
            one.wait(_PATIENCE)


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(_PATIENCE * 5):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail("Spark's master does not listen")


@pytest.mark.skipif(
    which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java, and there is none"
)
@pytest.mark.skipif(sys.platform == "win32", reason="Spark's scripts for a master are of a shell")
def test_spark_standalone(master: str) -> None:
    """A standalone master with two workers."""
    assert asked("spark", master) == expected()
