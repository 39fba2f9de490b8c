#!/bin/sh
# Synthesises the app with the CDK that package-lock.json pins.
#
#   ./synth.sh            writes cdk.out
#   ./synth.sh fixture    also writes ../../tests/cdk/orders, the assembly that the tests read, so that they need no Node.js
#   ./synth.sh compare    fails if that assembly is not what the app synthesises to
set -eu
cd "$(dirname "$0")"

[ -d node_modules ] || npm ci --no-audit --no-fund
rm -rf cdk.out
# --debug also records the lines on which single properties are set.
npx cdk synth --quiet --debug --output cdk.out > /dev/null

# The assembly as the tests keep it: without assets and what no checker reads, and as if this repository lay at
# /repository, so that it is the same on every machine.
fixture() {
    rm -rf "$1"
    mkdir -p "$1"
    (cd cdk.out && find . -name 'asset.*' -prune -o -type f \( -name '*.template.json' -o -name '*.metadata.json' \
        -o -name manifest.json -o -name cdk.out \) -print) |
        while read -r file; do
            mkdir -p "$1/$(dirname "$file")"
            node strip.js "cdk.out/$file" "$1/$file"
        done
}

case "${1:-}" in
fixture) fixture ../../tests/cdk/orders ;;
compare)
    fresh=$(mktemp -d)
    trap 'rm -rf "$fresh"' EXIT
    fixture "$fresh"
    diff -r ../../tests/cdk/orders "$fresh"
    ;;
esac
