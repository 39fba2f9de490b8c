#!/usr/bin/env bash
# Fuzzes each target for so many seconds, from fuzz/seeds and the examples.
# Usage: scripts/fuzz.sh SECONDS [TARGET]...
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?for how many seconds?}
shift
if ! command -v cargo-fuzz >/dev/null; then
    [[ -x target/tools/bin/cargo-fuzz ]] || cargo install --debug --locked --root target/tools cargo-fuzz@0.13.2
    PATH="$PWD/target/tools/bin:$PATH"
fi
(($#)) || set -- template resolve rule_set assembly report

# cargo-fuzz needs flags that the stable compiler has, but doesn't show. Without `unsafe` of ours a sanitizer finds nothing, and
# costs half of the speed.
export RUSTC_BOOTSTRAP=1
build=${CARGO_TARGET_DIR:-$PWD/target}/fuzz
cargo fuzz build --sanitizer none --target-dir "$build"
for target in "$@"; do
    corpus=$build/corpus/$target
    mkdir -p "$corpus"
    [[ ! -d fuzz/seeds/$target ]] || cp fuzz/seeds/"$target"/* "$corpus"
    case $target in
        template | resolve | report) cp examples/*.yaml "$corpus" ;;
    esac
    echo "== $target"
    cargo fuzz run --sanitizer none --target-dir "$build" "$target" "$corpus" -- \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=20000 -dict=fuzz/template.dict -print_final_stats=1
done
