#!/usr/bin/env bash
# Refuses a tag that doesn't name the version of the sources, and a version that the changelog doesn't know.
# Usage: scripts/release/check-tag.sh TAG
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(scripts/release/version.sh)
if [[ $1 != "v$version" ]]; then
    echo "the tag is $1, but Cargo.toml has the version $version: expected the tag v$version" >&2
    exit 1
fi
if [[ $version == *-dev ]]; then
    echo "$version is the version between two releases: set the one to release in Cargo.toml" >&2
    exit 1
fi
if ! grep -qF "## [$version]" CHANGELOG.md; then
    echo "CHANGELOG.md has no section [$version]: rename [Unreleased]" >&2
    exit 1
fi
