# SPDX-License-Identifier: Apache-2.0
"""kill -9 under load: what was acknowledged is there afterwards, and the log is intact.

COFFER_KILLS sets how often (scripts/soak: 200).
"""

import json
import os
import pathlib
import random
import re
import subprocess
import threading

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from conftest import COFFER

KILLS = int(os.environ.get("COFFER_KILLS", "3"))


def coffer(home, *arguments, **options):
    return subprocess.run(
        [str(COFFER), *arguments], env={**os.environ, "COFFER_HOME": str(home)}, capture_output=True, text=True,
        timeout=120, **options)


def start(home):
    process = subprocess.Popen(
        [str(COFFER), "serve", "--listen", "127.0.0.1:0"], env={**os.environ, "COFFER_HOME": str(home)},
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    for line in process.stderr:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return process, found.group(0)
    raise AssertionError(f"the server did not start: {process.wait(10)}")


def clients(home, endpoint):
    made = json.loads(coffer(home, "credentials", "--format", "json").stdout)
    names = {name.lower().replace("_", "").replace("aws", ""): value for name, value in made.items()}
    common = dict(
        endpoint_url=endpoint, region_name=names["region"], aws_access_key_id=names["accesskeyid"],
        aws_secret_access_key=names["secretaccesskey"],
        config=Config(retries={"max_attempts": 1}, connect_timeout=5, read_timeout=10))
    return boto3.client("secretsmanager", **common), boto3.client("cloudtrail", **common)


def load(secrets, worker, round_number, stopped, answered):
    number = 0
    while not stopped.is_set():
        name = f"load/{round_number}/{worker}/{number}"
        number += 1
        try:
            reply = secrets.create_secret(Name=name, SecretString=name)
        except (BotoCoreError, ClientError):
            return
        answered.append((name, reply["ResponseMetadata"]["RequestId"]))


def test_acknowledged_writes_survive_kill_9(tmp_path):
    home = tmp_path / "vault"
    assert coffer(home, "init", "--seal", "key-file").returncode == 0
    answered = []
    draw = random.Random(20261123)
    for round_number in range(KILLS):
        process, endpoint = start(home)
        secrets, _ = clients(home, endpoint)
        stopped = threading.Event()
        workers = [
            threading.Thread(target=load, args=(secrets, worker, round_number, stopped, answered)) for worker in range(4)
        ]
        before = len(answered)
        wanted = before + draw.randint(1, 60)
        for worker in workers:
            worker.start()
        while len(answered) < wanted and any(worker.is_alive() for worker in workers):
            workers[0].join(0.002)
        process.kill()
        stopped.set()
        for worker in workers:
            worker.join()
        process.wait()
    verified = coffer(home, "log", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    process, endpoint = start(home)
    secrets, _ = clients(home, endpoint)
    for name, _ in answered:
        assert secrets.get_secret_value(SecretId=name)["SecretString"] == name
    process.terminate()
    assert process.wait(30) == 0
    log = coffer(home, "log", "--format", "json", "--all").stdout
    for _, request in answered:
        assert request in log, f"the event of {request} is missing"
    assert "load/0/0/0" in log
    print(f"{KILLS} kills, {len(answered)} acknowledged writes")
