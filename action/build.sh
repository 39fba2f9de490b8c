#!/usr/bin/env bash
# Step of the GitHub Action: builds the program from the sources of the action, where no archive was released for the runner.
set -euo pipefail
here=${BASH_SOURCE[0]%/*}
# shellcheck source=action/lib.sh
source "$here/lib.sh"

if ! command -v cargo >/dev/null; then
    fail "no archive of cfn-gate was released for this runner ($RUNNER_OS, $RUNNER_ARCH), and there is no cargo to build it: \
install Rust in a step before this one"
fi
features=()
# Without the AWS SDK it is built in half the time.
if [[ ${INPUT_ENGINE:-} == embedded ]]; then features=(--no-default-features); fi
mkdir -p "$INSTALL_DIRECTORY"
cd "$here/.."
cargo install --locked --path . --root "$INSTALL_DIRECTORY" --target-dir "${CARGO_TARGET_DIR:-$RUNNER_TEMP/cfn-gate-target}" \
    --no-track --force ${features[@]+"${features[@]}"} ||
    fail "cfn-gate could not be built: see the log"
mv "$INSTALL_DIRECTORY/bin/$(program)" "$INSTALL_DIRECTORY/"
rmdir "$INSTALL_DIRECTORY/bin"
: >"$INSTALL_DIRECTORY.complete"
