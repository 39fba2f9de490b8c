#!/usr/bin/env bash
# Lays out the file system of the container image: the program, the certificates that AWS's are checked against, and nothing
# else. No shell, no C library, nobody to log in.
# Usage: scripts/image-root.sh PROGRAM CERTIFICATES FOLDER
set -euo pipefail
program=$1 certificates=$2 folder=$3
mkdir -p "$folder/etc/ssl/certs" "$folder/work"
mkdir -m 1777 "$folder/tmp"
cp "$program" "$folder/cfn-gate"
cp "$certificates" "$folder/etc/ssl/certs/ca-certificates.crt"
printf 'cfn-gate:x:65532:65532::/work:/nonexistent\n' >"$folder/etc/passwd"
printf 'cfn-gate:x:65532:\n' >"$folder/etc/group"
chmod 0755 "$folder/cfn-gate"
