#!/usr/bin/env bash
# Opens the HTML report in a real browser, Chromium: tests/browser/run.sh target/release/cfn-gate
# Needs Node.js with npm, and Chromium as `chromium` or in $CHROMIUM.
set -euo pipefail
gate=$(realpath "$1")
cd "$(dirname "$0")"
work=$(realpath ../..)/target/tools/browser
mkdir -p "$work"
cp package.json check.mjs "$work"
[[ -d $work/node_modules/puppeteer-core ]] || npm install --silent --no-audit --no-fund --prefix "$work"
code=0
"$gate" check . ../../examples/insecure.yaml --quiet --report html="$work/report.html" --report json="$work/report.json" \
    >/dev/null || code=$?
((code == 1)) || { echo "expected findings (exit code 1), got $code"; exit 1; }
CHROMIUM=${CHROMIUM:-$(type -P chromium || type -P chromium-browser || type -P google-chrome)} \
    node "$work/check.mjs" "$work/report.html" "$work/report.json" "$work"
