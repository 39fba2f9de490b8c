#!/usr/bin/env bash
# Packs what scripts/release/build.sh built for a target, and writes the checksum beside it. The GitHub Action and the examples
# for other CI systems count on the names.
# Usage: scripts/release/pack.sh TARGET FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$1 folder=$2
program=cfn-gate
if [[ $target == *-windows-* ]]; then program=cfn-gate.exe; fi
name=cfn-gate-$(scripts/release/version.sh)-$target

mkdir -p "$folder/$name"
cp "${CARGO_TARGET_DIR:-target}/$target/release/$program" README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT "$folder/$name/"
# Relative names throughout: tar takes the colon of a Windows path for a host.
cd "$folder"
tar -czf "$name.tar.gz" "$name"
rm -r "$name"
if command -v sha256sum >/dev/null; then
    sha256sum "$name.tar.gz"
else
    shasum -a 256 "$name.tar.gz"
fi | sed 's/ \*/  /' >"$name.tar.gz.sha256"
cat "$name.tar.gz.sha256"
