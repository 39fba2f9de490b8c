#!/usr/bin/env bash
# Makes the release on GitHub: first as a draft with all archives, so that nobody sees half a release.
# Usage: scripts/release/publish.sh TAG FOLDER
set -euo pipefail
tag=$1 folder=$2
version=${tag#v}
changelog=$(dirname "$0")/../../CHANGELOG.md
notes=$(awk -v heading="## [$version]" 'index($0, "## [") == 1 { inside = index($0, heading) == 1; next } inside' "$changelog")
arguments=(--draft --verify-tag --title "cfn-gate $version" --notes "$notes")
if [[ $version == *-* ]]; then arguments+=(--prerelease); fi
gh release create "$tag" "${arguments[@]}" "$folder"/*.tar.gz "$folder"/*.sha256
gh release edit "$tag" --draft=false
