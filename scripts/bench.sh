#!/usr/bin/env bash
# Measures the whole process: time and peak memory. Usage: scripts/bench.sh [RUNS]
# Needs bash 5 and GNU time (Debian: apt-get install time).
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-25}
inputs=target/bench-inputs
gate=target/release/cfn-gate

cargo build --locked --quiet --release
cargo run --locked --quiet --release --example generate -- "$inputs"

# What a shell needs to start any program at all; part of every number below.
empty=$(type -P true)

# Prints the best and the median wall-clock time, in milliseconds.
times_ms() {
    local start end
    for ((run = 0; run < runs; run++)); do
        start=${EPOCHREALTIME/./}
        "$@" >/dev/null 2>&1 || true
        end=${EPOCHREALTIME/./}
        echo $((end - start))
    done | sort -n | awk '{ all[NR] = $1 } END { printf "%.1f %.1f", all[1] / 1000, all[int((NR + 1) / 2)] / 1000 }'
}

# Prints a field that GNU time knows: %M peak memory in KiB, %P how many processors were used.
with_time() {
    local field=$1
    shift
    { /usr/bin/time --quiet -f "$field" "$@" >/dev/null; } 2>&1 | tail -n 1 || true
}

row() {
    local name=$1 size=$2
    shift 2
    local memory best median
    memory=$(with_time %M "$@")
    read -r best median <<<"$(times_ms "$@")"
    printf '%-24s %9s %9s %11s %8s %6s\n' "$name" "$size" "$best" "$median" \
        "$(awk -v kib="$memory" 'BEGIN { printf "%.1f", kib / 1024 }')" "$(with_time %P "$@")"
}

printf '%-24s %9s %9s %11s %8s %6s\n' input bytes "best (ms)" "median (ms)" MiB cpu
row "(an empty process)" - "$empty"
row "(cfn-gate --version)" - "$gate" --version
for count in 10 100 200 400 500; do
    row "$count resources" "$(stat -c %s "$inputs/$count.yaml")" "$gate" check "$inputs/$count.yaml"
done
row "500 resources, all rules" "$(stat -c %s "$inputs/500.yaml")" "$gate" check --rules all "$inputs/500.yaml"
for format in json junit; do
    row "500 resources, $format" "$(stat -c %s "$inputs/500.yaml")" "$gate" check --format $format "$inputs/500.yaml"
done
row "500 resources, 1 MB" "$(stat -c %s "$inputs/largest.yaml")" "$gate" check "$inputs/largest.yaml"
row "50 stacks, 5,000 in all" "$(du -cb "$inputs"/assembly/* | tail -n 1 | cut -f 1)" "$gate" check "$inputs/assembly"
row "1,000 templates of 10" "$(du -cb "$inputs"/many/* | tail -n 1 | cut -f 1)" "$gate" check "$inputs/many"
