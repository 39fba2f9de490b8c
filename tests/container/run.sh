#!/usr/bin/env bash
# Runs the steps of the Dockerfile without Docker, and the program in the file system that they lay out: without a C library, a
# shell, a network, or the rights of root.
# Usage: tests/container/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
source=$PWD/target/container/source root=$PWD/target/container/root
rm -rf target/container
mkdir -p "$source"

# Only what the Dockerfile copies, to see that it is enough.
sed -n 's/^COPY \([^-].*\) [^ ]*$/\1/p' Dockerfile | tr ' ' '\n' | xargs -I{} cp -r {} "$source/"
while IFS= read -r name; do
    grep -qxF "!$name" .dockerignore || { echo ".dockerignore leaves out $name, which the Dockerfile copies"; exit 1; }
done < <(ls "$source")

# As the image has it, with musl, where that can be had; else with glibc, which shows the same but for name look-ups.
target=x86_64-unknown-linux-musl
if ! command -v musl-gcc >/dev/null && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    { apt-get update && apt-get install --yes --no-install-recommends musl-tools; } >/dev/null 2>&1 || true
fi
if ! command -v musl-gcc >/dev/null || ! timeout 120 rustup target add "$target" 2>/dev/null; then
    target=x86_64-unknown-linux-gnu
fi
echo "target: $target"

# Not optimised: what is looked at here is not speed.
export CARGO_TARGET_DIR=$PWD/target/static CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
for package in aws-config aws-runtime aws-sdk-cloudformation aws-sdk-config aws-sdk-sso aws-sdk-ssooidc aws-sdk-sts aws-sigv4 \
    aws-smithy-http aws-smithy-http-client aws-smithy-json aws-smithy-query aws-smithy-runtime aws-smithy-runtime-api \
    aws-smithy-types aws-smithy-xml h2 hyper hyper-util rustls; do
    sed -i "/^\[profile.release.package.$package\]/,/^opt-level/d" "$source/Cargo.toml"
done
"$source/scripts/release/build.sh" "$target"
program=$CARGO_TARGET_DIR/$target/release/cfn-gate
certificates=/etc/ssl/certs/ca-certificates.crt
[[ -e $certificates ]] || { certificates=target/container/no-certificates && : >"$certificates"; }
"$source/scripts/image-root.sh" "$program" "$certificates" "$root"

expect() {
    if [[ $2 != "$3" ]]; then
        printf '%s: expected\n%s\nfound\n%s\n' "$1" "$3" "$2"
        exit 1
    fi
}

expect "the files of the image" "$(cd "$root" && find . -type f | LC_ALL=C sort | tr '\n' ' ')" \
    "./cfn-gate ./etc/group ./etc/passwd ./etc/ssl/certs/ca-certificates.crt "
expect "the loader that the program asks for" "$(readelf --program-headers "$root/cfn-gate" | grep -c INTERP || true)" 0
expect "the libraries that the program asks for" "$(readelf --dynamic "$root/cfn-gate" | grep -c NEEDED || true)" 0

# The image as a process would have it: its own root, no network, and a user who owns nothing.
cp examples/s3-insecure.yaml examples/s3-compliant.yaml "$root/work/"
if [[ $(id -u) == 0 ]]; then
    online=() inside=(unshare --net) user=(--userspec=65532:65532)
else
    online=(unshare --map-root-user) inside=(unshare --map-root-user --net) user=()
fi
if ! "${inside[@]}" true 2>/dev/null; then
    if [[ $(id -u) != 0 ]]; then echo "skipped: this machine lets nobody change the root of a process"; exit 0; fi
    inside=()
fi
run() {
    code=0
    output=$("${inside[@]}" chroot "${user[@]}" "$root" /cfn-gate "$@" 2>&1) || code=$?
}
run check /work/s3-insecure.yaml
expect "the exit code for a bad template" "$code" 1
[[ $output == *"s3-bucket-logging-enabled"* ]] || { printf 'no finding in:\n%s\n' "$output"; exit 1; }
run check /work/s3-compliant.yaml --quiet
expect "what is said of a good template" "$code$output" 0
run check /work/s3-compliant.yaml --report json=/tmp/report.json --quiet
expect "the exit code with a report in /tmp" "$code" 0
run check /work/s3-compliant.yaml --engine aws --region eu-west-1
expect "the exit code of the AWS engine without credentials" "$code" 3
[[ $output == *"there are no AWS credentials"* ]] || { printf 'no reason in:\n%s\n' "$output"; exit 1; }

# AWS over TLS: nothing is trusted but what is in the image's certificates.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 \
    -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE \
    -keyout target/container/key.pem -out target/container/certificate.pem 2>/dev/null
"$program" emulate --port 0 >target/container/emulator.log &
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
# port FILE: the one of the address that it says somebody listens on, as soon as it says so.
port() {
    local found=
    for _ in $(seq 100); do
        found=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$1" 2>/dev/null | head -n 1)
        [[ -n $found ]] && break
        sleep 0.1
    done
    printf '%s' "${found:?"$1 has no port"}"
}
python3 tests/container/tls.py target/container/certificate.pem target/container/key.pem "$(port target/container/emulator.log)" \
    >target/container/tls.log &
export AWS_ACCESS_KEY_ID=emulated AWS_SECRET_ACCESS_KEY=emulated
inside=("${online[@]}")
aws=(check /work/s3-insecure.yaml --engine aws --region us-east-1 --timeout 1m --endpoint-url "https://127.0.0.1:$(port target/container/tls.log)")
run "${aws[@]}"
expect "the exit code with a certificate that the image doesn't know" "$code" 3
cat target/container/certificate.pem >>"$root/etc/ssl/certs/ca-certificates.crt"
run "${aws[@]}"
expect "the exit code with a certificate that the image knows" "$code" 1
[[ $output == *"s3-bucket-logging-enabled"* ]] || { printf 'no finding in:\n%s\n' "$output"; exit 1; }
echo "1 image: $(stat -c %s "$root/cfn-gate") bytes, not optimised"
