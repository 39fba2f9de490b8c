#!/usr/bin/env bash
# Runs the AWS CLI and boto3 (from PyPI) against `cfn-gate emulate`: every call that it answers.
# Usage: tests/clients/run.sh [path of cfn-gate, target/debug/cfn-gate by default]
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-target/debug/cfn-gate}
tools=target/clients

if [[ ! -x $tools/bin/aws ]]; then
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check -r tests/clients/requirements.txt
fi

log=$(mktemp)
"$program" emulate --port 0 --page-size 2 --evaluation-time 300ms --seed tests/clients/seed.json >"$log" &
emulator=$!
trap 'kill "$emulator" 2>/dev/null || true; rm -f "$log"' EXIT
for _ in $(seq 100); do
    endpoint=$(sed -n 's/.* listens on \(http:.*\)/\1/p' "$log")
    [[ -n $endpoint ]] && break
    sleep 0.05
done
[[ -n ${endpoint:-} ]] || { echo "the emulator did not start"; exit 1; }

# Nothing of the caller's account may be used, and no proxy may come in between.
unset AWS_PROFILE AWS_SESSION_TOKEN HTTP_PROXY HTTPS_PROXY http_proxy https_proxy ALL_PROXY all_proxy
export AWS_ENDPOINT_URL=$endpoint AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
export AWS_ACCESS_KEY_ID=emulated AWS_SECRET_ACCESS_KEY=emulated AWS_EC2_METADATA_DISABLED=true
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_PAGER=

echo "boto3:"
"$tools/bin/python" tests/clients/with_boto3.py
echo "AWS CLI:"
PATH="$PWD/$tools/bin:$PATH" bash tests/clients/with_cli.sh
