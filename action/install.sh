#!/usr/bin/env bash
# First step of the GitHub Action: finds the program in the runner's tool cache, or gets the archive that was released for the
# version of this action. Where there is none, it says so, and later steps build it.
#
# Outputs: `directory`, where the program is or is to be; `build`, whether it has to be built; `key`, under which a build
# is kept.
set -euo pipefail
here=${BASH_SOURCE[0]%/*}
# shellcheck source=action/lib.sh
source "$here/lib.sh"
root=$here/..
temporary=$(mktemp -d "${RUNNER_TEMP:?}/cfn-gate.XXXXXX")
trap 'rm -rf "$temporary"' EXIT

# The Rust target that releases have for this runner; nothing if they have none.
target() {
    case $RUNNER_OS-$RUNNER_ARCH in
        Linux-X64) echo x86_64-unknown-linux-musl ;;
        Linux-ARM64) echo aarch64-unknown-linux-musl ;;
        macOS-X64) echo x86_64-apple-darwin ;;
        macOS-ARM64) echo aarch64-apple-darwin ;;
        Windows-X64) echo x86_64-pc-windows-msvc ;;
    esac
}

# The SHA-256 of standard input, in hexadecimal.
sha256() {
    if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

# Gets a URL into a file and prints the HTTP status, 000 if there was no answer.
get() {
    local protocols='=https'
    # A server on the runner itself needs no encryption.
    if [[ $1 =~ ^http://(127\.0\.0\.1|localhost)(:[0-9]+)?/ ]]; then protocols='=http'; fi
    curl --silent --show-error --location --proto "$protocols" --proto-redir "$protocols" --retry 3 \
        --connect-timeout 20 --max-time 300 --output "$2" --write-out '%{http_code}' --url "$1" || true
}

# Where the archives of all releases are, without the version.
releases() {
    local repository=${ACTION_REPOSITORY:-}
    if [[ -n ${INPUT_MIRROR:-} ]]; then
        printf '%s' "${INPUT_MIRROR%/}"
        return
    fi
    # Some runners don't say which repository an action is from, but check it out to _actions/OWNER/NAME/REF.
    if [[ -z $repository && ${GITHUB_ACTION_PATH//\\//} =~ /_actions/([^/]+/[^/]+)/ ]]; then
        repository=${BASH_REMATCH[1]}
    fi
    if [[ -n $repository ]]; then printf '%s/%s/releases/download' "$GITHUB_SERVER_URL" "$repository"; fi
}

# Downloads, verifies and unpacks the archive of this version. Returns 1 if there is no such archive.
download() {
    local base url status expected actual
    base=$(releases)
    if [[ -z $base || -z $target ]]; then return 1; fi
    local name=cfn-gate-$version-$target
    url=$base/v$version/$name.tar.gz
    status=$(get "$url" "$temporary/archive.tar.gz")
    case $status in
        200) ;;
        404) return 1 ;;
        *) fail "can't get $url (HTTP status $status)" ;;
    esac
    status=$(get "$url.sha256" "$temporary/archive.sha256")
    [[ $status == 200 ]] || fail "can't get $url.sha256 (HTTP status $status), and nothing is run whose checksum isn't known"
    read -r expected _ <"$temporary/archive.sha256" || true
    actual=$(sha256 <"$temporary/archive.tar.gz")
    [[ $expected =~ ^[0-9a-f]{64}$ && $actual == "$expected" ]] || fail "$url has the SHA-256 $actual, but its checksum file says \
${expected:0:64}: the archive is not what was released, and is not used"
    # Relative, because tar takes the colon of a Windows path for a host.
    (cd "$temporary" && tar -xzf archive.tar.gz "$name/$(program)") || fail "$url holds no $name/$(program)"
    keep "$temporary/$name"
}

# Moves a folder with the program to where it stays.
keep() {
    local found
    found=$("$1/$(program)" --version) || fail "the program in the archive doesn't run on this runner ($RUNNER_OS, $RUNNER_ARCH)"
    [[ $found == "cfn-gate $version" ]] || fail "the archive of version $version holds \`$found\`"
    { rm -rf "$directory" && mkdir -p "${directory%/*}" && mv "$1" "$directory" && : >"$directory.complete"; } ||
        fail "cfn-gate can't be moved to $directory"
}

# What was built from other sources is another program: their hash tells them apart.
build_later() {
    local flavour=aws hash
    if [[ ${INPUT_ENGINE:-} == embedded ]]; then flavour=embedded; fi
    hash=$(cd "$root" && find Cargo.toml Cargo.lock src schemas -type f | LC_ALL=C sort | xargs cat | sha256)
    directory=$cache/$version-source-$flavour-${hash:0:32}/$RUNNER_ARCH
    output key "cfn-gate-$RUNNER_OS-$RUNNER_ARCH-$version-$flavour-$hash"
    output directory "$directory"
    if [[ -e $directory.complete ]]; then
        output build false
    else
        echo "cfn-gate $version has no archive for this runner: it is built from source"
        output build true
    fi
}

own=$(sed -n 's/^version = "\([^"]*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
version=${INPUT_VERSION:-}
if [[ $version == v?* ]]; then version=${version#v}; fi
wants_source=false
case $version in
    '')
        version=$own
        # Between releases, the sources are ahead of what was released last.
        if [[ $own == *-dev ]]; then wants_source=true; fi
        ;;
    source) version=$own wants_source=true ;;
esac
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "version: expected a version such as 1.2.3, or source"

target=$(target)
cache=${RUNNER_TOOL_CACHE:-$RUNNER_TEMP}/cfn-gate
directory=$cache/$version/$RUNNER_ARCH
if [[ $wants_source == true ]]; then
    build_later
elif [[ -e $directory.complete ]] || download; then
    output directory "$directory"
    output build false
elif [[ $version == "$own" ]]; then
    build_later
else
    fail "version: there is no archive of cfn-gate $version for this runner ($RUNNER_OS, $RUNNER_ARCH), and this action can \
build only its own version, $own"
fi
