# SPDX-License-Identifier: Apache-2.0
"""Limits of what apps may read, denials, who may read what, and why."""

import http.server
import json
import os
import subprocess
import threading
import urllib.parse
from datetime import datetime, timedelta, timezone

import boto3
import pytest
from botocore.exceptions import ClientError

from conftest import COFFER
from test_command import served, vault  # noqa: F401

NAMES = ["openai/bot", "groq/bot", "openai/ci"]


@pytest.fixture
def stored(vault):  # noqa: F811
    for number, name in enumerate(NAMES):
        assert vault.run("add", name, text=f"sk-example-not-a-key-{number}").returncode == 0
    return vault


@pytest.fixture
def shared(served):  # noqa: F811
    for number, name in enumerate(NAMES):
        assert served.run("add", name, text=f"sk-example-not-a-key-{number}").returncode == 0
    return served


def read(vault, name, app="bot"):
    return vault.run("read", name, "--app", app)


def ran(vault, name, app="bot"):
    return vault.run("run", "--app", app, "--", "sh", "-c", "test -n \"$KEY\"", environment={"KEY": f"coffer://vault/{name}"})


def window(start, end):
    """Hours from now on, to the minute, in UTC."""
    now = datetime.now(timezone.utc)
    return f"{now + timedelta(hours=start):%H:%M}-{now + timedelta(hours=end):%H:%M}"


def day(hours=0):
    return f"{datetime.now(timezone.utc) + timedelta(hours=hours):%a}".lower()


def access(vault, *arguments):
    return json.loads(vault.run("access", "--format", "json", *arguments).stdout)["access"]


def client(vault, service, app=None):
    told = vault.run("credentials", *(["--app", app] if app else []), "--format", "json", keep=False)
    assert told.returncode == 0, told.stderr
    owner = json.loads(vault.run("credentials", "--format", "json", keep=False).stdout)
    found = json.loads(told.stdout)
    return boto3.client(
        service, endpoint_url=owner["EndpointUrl"], region_name=owner["Region"], aws_access_key_id=found["AccessKeyId"],
        aws_secret_access_key=found["SecretAccessKey"], aws_session_token=found.get("SessionToken"))


@pytest.mark.parametrize("start,end,inside", [(-1, 1, True), (-13, 1, True), (2, 4, False), (2, 20, False)])
def test_a_window_of_the_day_lets_in_and_keeps_out(stored, start, end, inside):
    done = stored.run("allow", "bot", "openai/bot", "--hours", window(start, end), "--zone", "UTC")
    assert done.returncode == 0, done.stderr
    assert read(stored, "openai/bot").returncode == (0 if inside else 3)
    refused = ran(stored, "openai/bot")
    assert refused.returncode == (0 if inside else 3)
    if not inside:
        assert "coffer why bot openai/bot" in refused.stderr, "the hint may not lift the limit"
        assert "coffer allow" not in refused.stderr


def test_days_and_places_and_ends_let_in_and_keep_out(stored):
    for limits, code in [
        (["--days", f"{day()},{day(1)}", "--zone", "UTC"], 0), (["--days", day(72), "--zone", "UTC"], 3),
        (["--for", "1h"], 0), (["--until", "2099-12-31"], 0),
        # What has no address is from nowhere.
        (["--from", "0.0.0.0/0"], 3), ([], 0),
    ]:
        assert stored.run("allow", "bot", "openai/bot", *limits).returncode == 0
        assert read(stored, "openai/bot").returncode == code, limits


def test_what_comes_over_the_network_has_an_address(shared):
    shared.run("allow", "bot", "openai/bot", "--from", "127.0.0.0/8")
    shared.run("allow", "bot", "groq/bot", "--from", "10.0.0.0/8")
    bot = client(shared, "secretsmanager", "bot")
    assert bot.get_secret_value(SecretId="openai/bot")["SecretString"] == "sk-example-not-a-key-0"
    with pytest.raises(ClientError, match="AccessDenied"):
        bot.get_secret_value(SecretId="groq/bot")


def test_an_end_that_is_over_is_over(shared):
    shared.run("allow", "bot", "openai/bot", "--until", "2099-12-31")
    assert read(shared, "openai/bot").returncode == 0
    iam = client(shared, "iam")
    policy = iam.get_role_policy(RoleName="bot", PolicyName="coffer")["PolicyDocument"]
    text = json.dumps(policy).replace("2100-01-01", "2020-01-01").replace("2099-12-31", "2020-01-01")
    iam.put_role_policy(RoleName="bot", PolicyName="coffer", PolicyDocument=text)
    assert read(shared, "openai/bot").returncode == 3
    why = shared.run("why", "bot", "openai/bot")
    assert why.returncode == 1 and "allowed until 20" in why.stdout


def test_the_fourth_reading_of_an_hour_is_refused_and_others_are_not(stored):
    hour = None
    while hour != datetime.now(timezone.utc).hour:
        hour = datetime.now(timezone.utc).hour
        stored.run("allow", "bot", "openai/bot", "groq/bot", "--rate", "3/hour")
        stored.run("allow", "ci", "openai/bot")
        codes = [read(stored, "openai/bot").returncode for _ in range(4)]
    assert codes[-4:] == [0, 0, 0, 3]
    assert read(stored, "groq/bot").returncode == 0 and read(stored, "openai/bot", "ci").returncode == 0
    assert ran(stored, "openai/bot").returncode == 3
    why = stored.run("why", "bot", "openai/bot")
    assert why.returncode == 1 and "3 of 3 calls in this hour are made" in why.stdout


def test_each_secret_has_limits_of_its_own_and_again_replaces_them(stored):
    stored.run("allow", "bot", "openai/bot", "--rate", "100/hour")
    stored.run("allow", "bot", "groq/bot", "--hours", "22:00-06:00", "--days", "fri", "--zone", "Europe/Berlin")
    assert {entry["key"]: entry["when"] for entry in access(stored)} == {
        "groq/bot": "22:00-06:00 fri (Europe/Berlin)", "openai/bot": "100/hour"}
    again = stored.run("allow", "bot", "openai/bot", "--rate", "5/day")
    assert "openai/bot: the limits are replaced (before: 100/hour)" in again.stdout
    lifted = stored.run("allow", "bot", "openai/bot")
    assert "openai/bot: the limits are lifted (before: 5/day)" in lifted.stdout
    assert {entry["key"]: entry["when"] for entry in access(stored)} == {
        "groq/bot": "22:00-06:00 fri (Europe/Berlin)", "openai/bot": "always"}
    assert stored.run("disallow", "bot", "groq/bot").returncode == 0
    assert [entry["key"] for entry in access(stored)] == ["openai/bot"]


def test_a_use_stands_for_its_secrets_those_to_come_too(stored):
    assert stored.run("allow", "any", "--use", "bot").returncode == 0
    for name, code in [("openai/bot", 0), ("groq/bot", 0), ("openai/ci", 3)]:
        assert read(stored, name, "any").returncode == code, name
    stored.run("add", "mistral/bot", text="sk-example-not-a-key-9")
    assert read(stored, "mistral/bot", "any").returncode == 0
    assert [entry["key"] for entry in access(stored, "--secret", "groq/bot")] == ["*/bot"]
    both = stored.run("allow", "any", "openai/bot", "--rate", "1/day")
    assert "openai/bot is allowed by */bot, too (always): either is enough" in both.stdout
    assert [read(stored, "openai/bot", "any").returncode for _ in range(3)] == [0, 0, 0]
    assert stored.run("disallow", "any", "openai/bot").returncode == 0
    assert stored.run("disallow", "any", "--use", "bot").returncode == 0
    assert read(stored, "openai/bot", "any").returncode == 3


@pytest.mark.parametrize("wrong,told", [
    (["--hours", "8"], "--hours 08:00-23:00"), (["--days", "someday"], "--days mon-fri"), (["--hours", "8-9", "--zone", "Mars/X"], "--zone Europe/Berlin"),
    (["--zone", "UTC"], "--hours"), (["--until", "2020-01-01"], "is over"), (["--until", "soon"], "2026-12-31"),
    (["--for", "1y"], "--for 30d"), (["--for", "1d", "--until", "2099-01-01"], "give one"), (["--rate", "5"], "--rate 100/hour"),
    (["--from", "300.0.0.1"], "--from 10.0.0.0/8"), (["--use", "*"], "can't be a use"), (["--blobs", "--rate", "1/hour"], "--blobs"),
])
def test_bad_limits_are_refused_with_a_good_one_and_change_nothing(stored, wrong, told):
    stored.run("allow", "bot", "openai/bot", "--rate", "7/hour")
    refused = stored.run("allow", "bot", "openai/bot", *wrong)
    assert refused.returncode == 2 and told in refused.stderr and "hint: " in refused.stderr
    assert [entry["when"] for entry in access(stored)] == ["7/hour"]


def test_aws_is_not_given_conditions_that_it_does_not_know(stored):
    for limits in (["--hours", "8-9"], ["--days", "mon"], ["--rate", "1/hour"]):
        refused = stored.run("allow", "bot", "openai/bot", "--endpoint", "aws", *limits)
        assert refused.returncode == 2 and "--until, --for, --from and --use" in refused.stderr


def test_a_policy_that_was_changed_by_hand_is_not_written_over(shared):
    shared.run("allow", "bot", "openai/bot", "groq/bot")
    iam = client(shared, "iam")
    policy = iam.get_role_policy(RoleName="bot", PolicyName="coffer")["PolicyDocument"]
    policy["Statement"][0]["Condition"] = {"Bool": {"aws:SecureTransport": "true"}}
    iam.put_role_policy(RoleName="bot", PolicyName="coffer", PolicyDocument=json.dumps(policy))
    for command in (["allow", "bot", "openai/ci"], ["disallow", "bot", "groq/bot"]):
        refused = shared.run(*command)
        assert refused.returncode == 2 and "changed by hand" in refused.stderr
    assert iam.get_role_policy(RoleName="bot", PolicyName="coffer")["PolicyDocument"] == policy


def test_more_secrets_than_a_policy_holds_are_refused_before_anything_changes(shared):
    names = [f"openai/number-{number}-with-a-rather-long-name" for number in range(60)]
    secrets = client(shared, "secretsmanager")
    for name in names:
        secrets.create_secret(Name=name, SecretString="x")
    refused = shared.run("allow", "bot", *names)
    assert refused.returncode == 2 and "of them fit" in refused.stderr and "--use" in refused.stderr
    assert access(shared) == []
    fits = int(refused.stderr.split("secrets, and ")[1].split()[0])
    assert 20 < fits < 60
    assert shared.run("allow", "bot", *names[:fits]).returncode == 0


def test_denials_win_inside_of_their_window_and_are_lifted(stored):
    stored.run("allow", "bot", "openai/bot", "groq/bot")
    assert stored.run("deny", "bot", "openai/bot", "--hours", window(2, 4), "--zone", "UTC").returncode == 0
    assert read(stored, "openai/bot").returncode == 0
    done = stored.run("deny", "bot", "openai/bot", "--hours", window(-1, 1), "--zone", "UTC")
    assert "Take it back with: coffer deny bot openai/bot --lift" in done.stdout
    assert read(stored, "openai/bot").returncode == 3 and read(stored, "groq/bot").returncode == 0
    assert "coffer deny bot openai/bot --lift" in stored.run("why", "bot", "openai/bot").stdout
    assert [(entry["key"], entry["what"]) for entry in access(stored)] == [
        ("groq/bot", "read"), ("openai/bot", "read"), ("openai/bot", "denied")]
    # The kill switch, and back: the other denial stays.
    assert stored.run("deny", "bot").returncode == 0
    assert read(stored, "groq/bot").returncode == 3 and ran(stored, "groq/bot").returncode == 3
    assert "coffer deny bot --lift" in stored.run("why", "bot", "groq/bot").stdout
    assert "openai/bot" in stored.run("deny", "bot", "--lift").stdout
    assert read(stored, "groq/bot").returncode == 0 and read(stored, "openai/bot").returncode == 3
    assert stored.run("deny", "bot", "--lift").returncode == 4
    assert "Nothing is denied" in stored.run("deny", "bot", "openai/bot", "--lift").stdout
    assert read(stored, "openai/bot").returncode == 0
    assert stored.run("deny", "bot", "--use", "bot").returncode == 0
    assert read(stored, "openai/bot").returncode == 3
    assert stored.run("deny", "nobody").returncode == 4
    assert stored.run("deny", "bot", "--lift", "--hours", "8-9").returncode == 2


def test_revoked_sessions_are_over_and_new_ones_begin(shared):
    shared.run("allow", "bot", "openai/bot")
    bot = client(shared, "secretsmanager", "bot")
    bot.get_secret_value(SecretId="openai/bot")
    assert shared.run("deny", "--sessions", "bot").returncode == 0
    with pytest.raises(ClientError, match="explicit deny"):
        bot.get_secret_value(SecretId="openai/bot")
    assert read(shared, "openai/bot").returncode == 0, "a session of after that"
    assert shared.run("deny", "--sessions", "bot", "--lift").returncode == 0
    bot.get_secret_value(SecretId="openai/bot")


def test_why_answers_first_then_tells_the_statement_the_condition_and_the_mend(stored):
    stored.run("allow", "bot", "openai/bot", "--hours", "08:00-23:00", "--days", "mon-fri", "--zone", "Europe/Berlin", "--from", "10.0.0.0/8")
    stored.run("allow", "bot", "groq/bot")
    yes = stored.run("why", "bot", "groq/bot")
    assert yes.returncode == 0 and yes.stdout.splitlines()[:3] == [
        "Yes: the app bot may read groq/bot", "  yes  secretsmanager:GetSecretValue", "       ReadSecrets of coffer allows it"]
    night = stored.run("why", "bot", "openai/bot", "--at", "2026-12-24T03:00:00Z", "--from", "10.1.2.3")
    assert night.returncode == 1
    assert "it is Thu 04:00 in Europe/Berlin, allowed 08:00-23:00 mon-fri" in night.stdout
    assert "Change it with: coffer allow bot openai/bot, with other limits or none" in night.stdout
    assert stored.run("why", "bot", "openai/bot", "--at", "2026-12-24T12:00:00Z", "--from", "10.1.2.3").returncode == 0
    assert stored.run("why", "bot", "openai/bot", "--at", "2026-12-24T12:00:00Z", "--context", "aws:SourceIp=10.9.9.9").returncode == 0
    saturday = stored.run("why", "bot", "openai/bot", "--at", "2026-12-26T12:00:00Z", "--from", "10.1.2.3")
    assert "it is Sat 13:00" in saturday.stdout
    elsewhere = stored.run("why", "bot", "openai/bot", "--at", "2026-12-24T12:00:00Z", "--from", "192.0.2.1")
    assert "the call comes from 192.0.2.1, allowed from 10.0.0.0/8" in elsewhere.stdout
    assert "coffer access --app bot shows what it may read" in stored.run("why", "bot").stdout
    never = stored.run("why", "bot", "openai/ci")
    assert never.returncode == 1 and never.stdout.endswith("Change it with: coffer allow bot openai/ci\n")
    told = json.loads(stored.run("why", "bot", "openai/bot", "--at", "2026-12-24T03:00:00Z", "--format", "json").stdout)
    assert told["allowed"] is False and told["action"] == "secretsmanager:GetSecretValue"
    assert {check["action"] for check in told["checks"]} == {"secretsmanager:GetSecretValue", "kms:Decrypt"}
    for arguments, code in [
        (["bot", "iam:CreateUser"], 1), (["bot", "kms:Decrypt", "alias/coffer"], 1), (["nobody", "openai/bot"], 4),
        (["bot", "openai/none"], 4), ([], 2), (["bot", "a", "b", "c"], 2), (["bot", "openai/bot", "--context", "x"], 2),
        (["bot", "openai/bot", "--at", "noon"], 2), (["--message", "nonsense"], 7),
    ]:
        done = stored.run("why", *arguments)
        assert done.returncode == code, (arguments, done.stdout, done.stderr)


def test_why_knows_users_by_name_and_arn_and_opens_sealed_messages(shared):
    iam = client(shared, "iam")
    user = iam.create_user(UserName="ann")["User"]
    iam.put_user_policy(UserName="ann", PolicyName="lists", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [
            {"Sid": "Lists", "Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"},
            {"Effect": "Deny", "Action": "iam:CreateUser", "Resource": "*"}]}))
    for who in ("ann", user["Arn"]):
        assert shared.run("why", who, "iam:ListUsers").stdout.startswith("Yes: the user ann may iam:ListUsers\n")
        denied = shared.run("why", who, "iam:CreateUser")
        assert denied.returncode == 1 and "statement 2 of lists denies it" in denied.stdout
    key = iam.create_access_key(UserName="ann")["AccessKey"]
    owner = json.loads(shared.run("credentials", "--format", "json", keep=False).stdout)
    with pytest.raises(ClientError) as error:
        boto3.client(
            "iam", endpoint_url=owner["EndpointUrl"], region_name=owner["Region"], aws_access_key_id=key["AccessKeyId"],
            aws_secret_access_key=key["SecretAccessKey"]).create_user(UserName="eve")
    sealed = error.value.response["ResponseMetadata"]["HTTPHeaders"]["x-coffer-authorization-message"]
    told = shared.run("why", "--message", sealed)
    assert told.returncode == 1 and told.stdout.startswith(f"No: {user['Arn']} may not iam:CreateUser on arn:aws:iam::")
    assert "a statement denies it" in told.stdout
    assert json.loads(shared.run("why", "--message", sealed, "--format", "json").stdout)["explicitDeny"] is True
    refused = shared.run("why", "ann", "openai/bot")
    assert refused.returncode == 1 and "aws iam put-user-policy --user-name ann" in refused.stdout


def test_access_lists_who_else_may_read_and_who_did(shared):
    shared.run("allow", "bot", "openai/bot", "groq/bot")
    shared.run("allow", "ci", "openai/ci", "--for", "30d")
    assert read(shared, "openai/bot").returncode == 0
    iam = client(shared, "iam")
    iam.create_user(UserName="ann")
    iam.create_user(UserName="bob")
    iam.create_group(GroupName="team")
    iam.add_user_to_group(UserName="bob", GroupName="team")
    iam.attach_group_policy(GroupName="team", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    iam.put_user_policy(UserName="ann", PolicyName="reads", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:Get*", "Resource": "*"}]}))
    shown = shared.run("access").stdout
    assert "  user ann: reads\n" in shown and "  user bob: AdministratorAccess (group team)\n" in shown
    entries = {entry["key"]: entry for entry in access(shared)}
    assert entries["openai/bot"]["last_read"] and not entries["groq/bot"]["last_read"]
    assert [entry["key"] for entry in access(shared, "--app", "ci")] == ["openai/ci"]
    assert [entry["app"] for entry in access(shared, "--secret", "groq/bot")] == ["bot"]
    unused = access(shared, "--unused", "30d")
    assert [entry["take_away"] for entry in unused] == ["coffer disallow bot groq/bot", "coffer disallow ci openai/ci"]
    table = shared.run("access", "--unused", "30d").stdout.splitlines()
    assert len(table) == 3 and max(map(len, table)) <= 80
    for entry in unused:
        assert shared.run(*entry["take_away"].split()[1:]).returncode == 0
    assert "was read in that time" in shared.run("access", "--unused", "30d").stdout
    assert shared.run("access", "--app", "nobody").returncode == 4
    assert shared.run("access", "--unused", "long").returncode == 2


def test_the_table_fits_eighty_columns_and_hides_nothing(stored):
    stored.run("allow", "bot", "openai/bot", "--hours", "08:00-23:00", "--days", "mon-fri", "--zone", "America/Argentina/Buenos_Aires",
               "--until", "2099-12-31", "--rate", "100/hour", "--from", "10.0.0.0/8", "--from", "2001:db8::/32")
    shown = subprocess.run(
        ["script", "-qec", f"stty cols 80; {COFFER} access", "/dev/null"], capture_output=True, text=True, timeout=60,
        env={**os.environ, "COFFER_HOME": str(stored.home), "NO_COLOR": "1"}, stdin=subprocess.DEVNULL).stdout
    lines = shown.replace("\r", "").splitlines()
    assert max(map(len, lines)) <= 80 and "…" not in shown
    words = " ".join(line.split("never")[0].replace("bot  openai/bot  read", "") for line in lines[1:]).split()
    assert words == ("08:00-23:00 mon-fri (America/Argentina/Buenos_Aires), until 2099-12-31, 100/hour, "
                     "from 10.0.0.0/8 or 2001:db8::/32").split()


def test_the_doctor_narrows_what_is_too_wide_to_what_was_used(shared, tmp_path):
    iam = client(shared, "iam")
    iam.create_user(UserName="ann")
    key = iam.create_access_key(UserName="ann")["AccessKey"]
    iam.attach_user_policy(UserName="ann", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    owner = json.loads(shared.run("credentials", "--format", "json", keep=False).stdout)
    ann = boto3.client(
        "secretsmanager", endpoint_url=owner["EndpointUrl"], region_name=owner["Region"], aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"])
    idle = shared.run("doctor", "--narrow", "ann")
    assert idle.returncode == 4 and "did nothing" in idle.stderr
    ann.get_secret_value(SecretId="openai/bot")
    found = {finding["check"]: finding for finding in json.loads(shared.run("doctor", "--format", "json").stdout)["findings"]}
    assert found["permissions"]["message"] == "the user ann may do more than it needs (policy AdministratorAccess (managed) holds *)"
    assert "the owner's access key" in found["owner-key"]["message"], "boto3 signed with it"
    mend = found["permissions"]["mend"]
    assert mend.startswith("coffer doctor --narrow user/ann > narrow.json && aws iam put-user-policy --user-name ann")
    policy = shared.run("doctor", "--narrow", "user/ann")
    assert policy.returncode == 0, policy.stderr
    # As the mend's commands of aws do.
    iam.put_user_policy(UserName="ann", PolicyName="narrow", PolicyDocument=policy.stdout)
    iam.detach_user_policy(UserName="ann", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    assert ann.get_secret_value(SecretId="openai/bot")["SecretString"] == "sk-example-not-a-key-0"
    for refused in (lambda: ann.get_secret_value(SecretId="groq/bot"), lambda: ann.list_secrets()):
        with pytest.raises(ClientError, match="AccessDenied"):
            refused()
    left = [finding["check"] for finding in json.loads(shared.run("doctor", "--format", "json").stdout)["findings"]]
    assert "permissions" not in left
    assert shared.run("doctor", "--narrow", "nobody").returncode == 4
    assert shared.run("doctor", "--narrow", "ann", "--agents").returncode == 2


def test_the_owners_own_commands_are_no_other_programs(stored):
    stored.run("allow", "bot", "openai/bot")
    assert ran(stored, "openai/bot").returncode == 0
    found = json.loads(stored.run("doctor", "--format", "json", environment={"PWD": "/"}).stdout)["findings"]
    assert "owner-key" not in [finding["check"] for finding in found]


SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:openai/bot-AbCdEf"
POLICY = {"Version": "2012-10-17", "Statement": [
    {"Sid": "ReadSecrets", "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": [SECRET]}]}
DETAILS = f"""<UserDetailList/><GroupDetailList/><Policies/><IsTruncated>false</IsTruncated><RoleDetailList><member>
<Path>/app/</Path><RoleName>bot</RoleName><RoleId>AROABOT</RoleId><Arn>arn:aws:iam::111122223333:role/app/bot</Arn>
<RolePolicyList><member><PolicyName>coffer</PolicyName><PolicyDocument>{urllib.parse.quote(json.dumps(POLICY))}</PolicyDocument>
</member></RolePolicyList></member></RoleDetailList>"""
SIMULATED = """<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>secretsmanager:GetSecretValue</EvalActionName>
<EvalResourceName>x</EvalResourceName><EvalDecision>DECISION</EvalDecision><MatchedStatements><member>
<SourcePolicyId>role_bot_coffer</SourcePolicyId></member></MatchedStatements></member></EvaluationResults>"""


@pytest.fixture
def aws():
    """What speaks AWS's services alone, as far as these commands ask."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            target = self.headers["X-Amz-Target"]
            if target:
                operation = target.split(".")[-1]
                status, kind = 200, "application/x-amz-json-1.1"
                entry = {"ARN": SECRET, "Name": "openai/bot", "LastAccessedDate": 1_790_000_000}
                answer = {"DescribeSecret": entry, "ListSecrets": {"SecretList": [entry]}}.get(operation)
                if answer is None:
                    status, answer = 400, {"__type": "UnknownOperationException"}
                text = json.dumps(answer)
            else:
                asked.append(dict(urllib.parse.parse_qsl(body)))
                operation = asked[-1]["Action"]
                decision = "allowed" if asked[-1].get("ResourceArns.member.1") == SECRET else "implicitDeny"
                result = {"GetAccountAuthorizationDetails": DETAILS, "GetCallerIdentity": "<Account>111122223333</Account>",
                          "SimulatePrincipalPolicy": SIMULATED.replace("DECISION", decision)}[operation]
                status, kind = 200, "text/xml"
                text = f"<{operation}Response><{operation}Result>{result}</{operation}Result></{operation}Response>"
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def test_where_there_is_no_coffer_the_simulator_answers_and_last_readings_are_days(vault, aws):  # noqa: F811
    endpoint, asked = aws
    keys = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example", "AWS_REGION": "us-east-1"}
    why = vault.run("why", "bot", "openai/bot", "--at", "2026-12-24T03:00:00Z", "--from", "10.0.0.1", "--endpoint", endpoint, environment=keys)
    assert why.returncode == 0, why.stderr
    assert why.stdout.startswith("Yes: the app bot may read openai/bot\n  secretsmanager:GetSecretValue: allowed, by role_bot_coffer\n")
    assert "IAM's simulator says so" in why.stdout
    simulated = asked[-1]
    assert simulated["PolicySourceArn"] == "arn:aws:iam::111122223333:role/app/bot"
    supposed = {simulated[f"ContextEntries.member.{number}.ContextKeyName"]: (
        simulated[f"ContextEntries.member.{number}.ContextKeyType"],
        simulated[f"ContextEntries.member.{number}.ContextKeyValues.member.1"]) for number in (1, 2, 3)}
    assert supposed["aws:CurrentTime"] == ("date", "2026-12-24T03:00:00Z") and supposed["aws:SourceIp"] == ("ip", "10.0.0.1")
    assert vault.run("why", "bot", "iam:CreateUser", "--endpoint", endpoint, environment=keys).returncode == 1
    shown = vault.run("access", "--endpoint", endpoint, environment=keys)
    assert shown.returncode == 0, shown.stderr
    assert "the last reading is a day, and any app's" in shown.stderr
    assert shown.stdout.splitlines()[1].split() == ["bot", "openai/bot", "read", "always", "2026-09-21"]
