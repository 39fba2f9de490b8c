#!/usr/bin/env bash
# Runs cfn-gate and the tools that people use today on the same templates, in turn, and prints medians, ratios and
# peak memory. Usage: scripts/compare.sh [TURNS]
# Needs Rust, Python 3 with venv, GNU time (Debian: apt-get install time), and the registries crates.io and PyPI. Everything goes to target/peers.
set -euo pipefail
cd "$(dirname "$0")/.."
turns=${1:-5}
peers=target/peers
inputs=target/bench-inputs

cargo build --locked --quiet --release
cargo run --locked --quiet --release --example generate -- "$inputs"

[[ -x $peers/bin/cfn-guard ]] || cargo install --quiet --locked --root "$peers" cfn-guard@3.2.1
# Each in an environment of its own: their dependencies need not agree.
install() {
    local name=$1
    shift
    [[ -x $peers/$name/bin/python ]] || python3 -m venv "$peers/$name"
    "$peers/$name/bin/pip" install --quiet --disable-pip-version-check "$@"
}
install checkov checkov==3.3.30
install cfn-lint cfn-lint==1.58.0
install validate cloudformation-validate==1.14.0
install flip cfn-flip==1.3.0 setuptools

for count in 10 100 500; do
    "$peers/flip/bin/cfn-flip" -j "$inputs/$count.yaml" "$inputs/$count.json"
done

python3 scripts/compare.py "$turns" "$inputs" "$peers"
