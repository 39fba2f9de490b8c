#!/usr/bin/env bash
# Tries the scripts of the release workflow with stand-ins for `gh` and `docker` that say what they were called with.
# Usage: tests/release/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/bin" "$scratch/dist" "$scratch/repository/scripts"
for name in gh docker; do
    cat >"$scratch/bin/$name" <<'STAND_IN'
#!/usr/bin/env bash
{ printf '%s' "${0##*/}"; printf ' [%s]' "$@"; echo; } >>"$CALLS"
if [[ "$*" == *"imagetools inspect"* ]]; then echo sha256:abc; fi
if [[ "$*" == *--password-stdin* ]]; then cat >>"$CALLS.password"; fi
STAND_IN
    chmod +x "$scratch/bin/$name"
done
export PATH=$scratch/bin:$PATH CALLS=$scratch/calls GITHUB_OUTPUT=$scratch/output
export GITHUB_REPOSITORY=Octo/Gate GITHUB_ACTOR=octo GITHUB_SHA=0123 GITHUB_SERVER_URL=https://github.com REGISTRY_TOKEN=token

# A repository at version 1.2.3.
cp -r scripts/release "$scratch/repository/scripts/"
cd "$scratch/repository"
version() { printf '[package]\nname = "cfn-gate"\nversion = "%s"\n[dependencies]\nother = { version = "9" }\n' "$1" >Cargo.toml; }
cat >CHANGELOG.md <<'CHANGES'
# Changelog

## [Unreleased]

- Next

## [1.2.3] - 2026-01-01

- This `one` and $(that)

## [1.2.2]

- Last
CHANGES
version 1.2.3

passed=0
same() { # WHAT FOUND EXPECTED
    if [[ $2 != "$3" ]]; then printf '%s: expected\n%s\nfound\n%s\n' "$1" "$3" "$2"; exit 1; fi
    passed=$((passed + 1))
}
refuses() { # WORDS COMMAND…
    local words=$1 output
    shift
    if output=$("$@" 2>&1) || [[ $output != *"$words"* ]]; then printf '%s: expected a refusal with\n%s\nfound\n%s\n' "$*" "$words" "$output"; exit 1; fi
    passed=$((passed + 1))
}

same "the version" "$(scripts/release/version.sh)" 1.2.3
scripts/release/check-tag.sh v1.2.3
refuses "expected the tag v1.2.3" scripts/release/check-tag.sh v1.2.4
refuses "expected the tag v1.2.3" scripts/release/check-tag.sh 1.2.3
version 1.2.4
refuses "no section [1.2.4]" scripts/release/check-tag.sh v1.2.4
version 1.3.0-dev
refuses "between two releases" scripts/release/check-tag.sh v1.3.0-dev
version 1.2.3

touch "$scratch/dist/a.tar.gz" "$scratch/dist/a.tar.gz.sha256"
scripts/release/publish.sh v1.2.3 "$scratch/dist"
same "the calls of gh" "$(cat "$CALLS")" "gh [release] [create] [v1.2.3] [--draft] [--verify-tag] [--title] [cfn-gate 1.2.3] [--notes] [
- This \`one\` and \$(that)] [$scratch/dist/a.tar.gz] [$scratch/dist/a.tar.gz.sha256]
gh [release] [edit] [v1.2.3] [--draft=false]"

rm "$CALLS"
scripts/release/image.sh push arm64
same "the calls of docker for a platform" "$(cat "$CALLS")" "docker [login] [ghcr.io] [--username] [octo] [--password-stdin]
docker [build] [--tag] [ghcr.io/octo/gate:1.2.3-arm64] [--label] [org.opencontainers.image.source=https://github.com/Octo/Gate] \
[--label] [org.opencontainers.image.revision=0123] [--label] [org.opencontainers.image.version=1.2.3] [.]
docker [push] [ghcr.io/octo/gate:1.2.3-arm64]"
rm "$CALLS"
scripts/release/image.sh join amd64 arm64
same "the calls of docker for all platforms" "$(sed 1d "$CALLS")" "docker [buildx] [imagetools] [create] [--tag] [ghcr.io/octo/gate:1.2.3] \
[--tag] [ghcr.io/octo/gate:latest] [ghcr.io/octo/gate:1.2.3-amd64] [ghcr.io/octo/gate:1.2.3-arm64]
docker [buildx] [imagetools] [inspect] [ghcr.io/octo/gate:1.2.3] [--format] [{{.Manifest.Digest}}]"
same "the outputs" "$(cat "$GITHUB_OUTPUT")" "name=ghcr.io/octo/gate
digest=sha256:abc"
same "the token" "$(cat "$CALLS.password")" tokentoken
version 1.3.0-rc.1
rm "$CALLS"
scripts/release/image.sh join amd64
same "the tags of a pre-release" "$(grep -c latest "$CALLS" || true)" 0
echo "$passed passed, 0 failed"
