#!/usr/bin/env bash
# Runs the GitHub Action as a runner does, against a server of releases on loopback.
# Usage: tests/action/run.sh [path of cfn-gate, target/debug/cfn-gate by default]
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ -x target/tools/python/bin/python ]] || python3 -m venv target/tools/python
target/tools/python/bin/pip install --quiet --disable-pip-version-check "PyYAML==6.0.3"
CFN_GATE=${1:-target/debug/cfn-gate} PYTHONPATH=tests/action PYTHONDONTWRITEBYTECODE=1 \
    target/tools/python/bin/python tests/action/test_action.py
