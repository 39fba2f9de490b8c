#!/usr/bin/env bash
# The container image of a release, in the registry of the repository.
# Usage: scripts/release/image.sh push PLATFORM      builds the image for the platform of this machine, and pushes it
#        scripts/release/image.sh join PLATFORM…     makes one image of those
# REGISTRY_TOKEN is a token that may write packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(scripts/release/version.sh)
name=ghcr.io/${GITHUB_REPOSITORY,,}
printf '%s' "${REGISTRY_TOKEN:?}" | docker login ghcr.io --username "$GITHUB_ACTOR" --password-stdin

case $1 in
    push)
        docker build --tag "$name:$version-$2" \
            --label "org.opencontainers.image.source=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" \
            --label "org.opencontainers.image.revision=$GITHUB_SHA" \
            --label "org.opencontainers.image.version=$version" .
        docker push "$name:$version-$2"
        ;;
    join)
        tags=(--tag "$name:$version")
        # A pre-release isn't what somebody gets who asks for no version.
        if [[ $version != *-* ]]; then tags+=(--tag "$name:latest"); fi
        shift
        docker buildx imagetools create "${tags[@]}" "${@/#/$name:$version-}"
        digest=$(docker buildx imagetools inspect "$name:$version" --format '{{.Manifest.Digest}}')
        printf 'name=%s\ndigest=%s\n' "$name" "$digest" >>"$GITHUB_OUTPUT"
        ;;
    *)
        echo "expected push or join, found $1" >&2
        exit 2
        ;;
esac
