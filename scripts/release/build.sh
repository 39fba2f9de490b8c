#!/usr/bin/env bash
# Builds the program for a Rust target. For Linux with musl it is one static file.
# Usage: scripts/release/build.sh TARGET
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$1
if command -v rustup >/dev/null && ! rustup target list --installed | grep -qxF "$target"; then
    rustup target add "$target"
fi
# What is written in C (ring, for TLS) wants the headers of the same C library. On a system with musl, cc has them.
if [[ $target == *-musl ]] && command -v musl-gcc >/dev/null; then
    name=${target//-/_}
    export "CC_$name=musl-gcc"
fi
# musl is linked statically anyway, glibc if one says so. At a fixed address: see build.rs.
if [[ $target == *-linux-* ]]; then
    export RUSTFLAGS="${RUSTFLAGS:-} -C target-feature=+crt-static -C relocation-model=static"
fi
cargo build --locked --release --target "$target"
