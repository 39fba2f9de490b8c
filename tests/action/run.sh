#!/usr/bin/env bash
# Runs the GitHub Action as a runner does, and the examples for other CI systems, against a server of releases on loopback.
# Usage: tests/action/run.sh [path of cfn-gate, target/debug/cfn-gate by default]
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ -x target/tools/python/bin/python ]] || python3 -m venv target/tools/python
target/tools/python/bin/pip install --quiet --disable-pip-version-check "PyYAML==6.0.3"
export CFN_GATE=${1:-target/debug/cfn-gate} PYTHONDONTWRITEBYTECODE=1
target/tools/python/bin/python -m unittest discover --start-directory tests/action
