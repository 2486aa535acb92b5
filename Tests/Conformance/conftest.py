# SPDX-License-Identifier: Apache-2.0
"""A `coffer serve --ephemeral` for the tests, and unmodified clients against it."""

import os
import pathlib
import re
import subprocess
import sys

import boto3
import pytest
from botocore.config import Config

ROOT = pathlib.Path(__file__).resolve().parents[2]
COFFER = pathlib.Path(os.environ.get("COFFER_BINARY", ROOT / ".build/debug/coffer"))
REGION = "eu-central-1"
ACCOUNT = "111122223333"
OWNER = ("AKIAEXAMPLEOWNER0000", "example-owner-secret-not-a-real-one-0000")


class Server:
    def __init__(self, process, endpoint):
        self.process, self.endpoint = process, endpoint

    def client(self, service, key=OWNER, region=REGION, token=None, validates=True):
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=region, aws_access_key_id=key[0],
            aws_secret_access_key=key[1], aws_session_token=token,
            config=Config(retries={"max_attempts": 1}, parameter_validation=validates))

    def environment(self, key=OWNER):
        return {
            "PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_ENDPOINT_URL": self.endpoint, "AWS_REGION": REGION, "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": key[0], "AWS_SECRET_ACCESS_KEY": key[1], "AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1",
        }

    def aws(self, *arguments, key=OWNER):
        """The aws CLI of the tests' own environment."""
        aws = pathlib.Path(sys.executable).parent / "aws"
        return subprocess.run(
            [str(aws), *arguments, "--output", "json"], env=self.environment(key), capture_output=True, text=True,
            timeout=60)


@pytest.fixture(scope="session")
def server():
    environment = {
        **os.environ, "COFFER_OWNER_ACCESS_KEY_ID": OWNER[0], "COFFER_OWNER_SECRET_ACCESS_KEY": OWNER[1],
    }
    process = subprocess.Popen(
        [str(COFFER), "serve", "--ephemeral", "--listen", "127.0.0.1:0", "--account-id", ACCOUNT, "--region", REGION],
        env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    endpoint = None
    for line in process.stderr:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            endpoint = found.group(0)
            break
    assert endpoint, f"the server did not start: exit {process.wait(10)}"
    yield Server(process, endpoint)
    process.terminate()
    assert process.wait(20) == 0, "SIGTERM ends the server with 0"


@pytest.fixture(scope="session")
def kms(server):
    return server.client("kms")


@pytest.fixture(scope="session")
def secrets(server):
    return server.client("secretsmanager")


@pytest.fixture
def key(kms):
    return kms.create_key(Description="made by a test")["KeyMetadata"]["Arn"]
