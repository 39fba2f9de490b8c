#!/usr/bin/env bash
# Commits with the real pre-commit (from PyPI) in a scratch repository, under the hooks of this one.
# Usage: tests/pre_commit/run.sh PROGRAM [--rust]
# With --rust, pre-commit also builds the program itself, as it does for users of the hooks without `-system`.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
with_rust=${2:-}
[[ -x target/tools/python/bin/python ]] || python3 -m venv target/tools/python
target/tools/python/bin/pip install --quiet --disable-pip-version-check "pre-commit==4.7.0"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/cfn-gate"
export PATH=$scratch/bin:$PWD/target/tools/python/bin:$PATH PRE_COMMIT_HOME=$scratch/home
# For what pre-commit builds: not optimised, since nobody measures it.
export CARGO_TARGET_DIR=$PWD/target/static CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
export GIT_CONFIG_GLOBAL=$scratch/gitconfig GIT_CONFIG_SYSTEM=/dev/null
git config --global user.name Test
git config --global user.email test@example.com
git config --global init.defaultBranch main

# The hooks' repository as it is now, committed or not.
hooks=$scratch/hooks
mkdir "$hooks"
git ls-files -z --cached --others --exclude-standard -- .pre-commit-hooks.yaml Cargo.toml Cargo.lock src schemas benches scripts |
    xargs -0 cp --parents -t "$hooks"
git -C "$hooks" init --quiet
git -C "$hooks" add --all
git -C "$hooks" commit --quiet --message Hooks

passed=0
# check WHAT WANTED-EXIT-CODE WANTED-TEXT: commits all there is.
check() {
    local code=0
    git add --all
    git commit --message "$1" >"$scratch/log" 2>&1 || code=$?
    if ((code != $2)) || ! grep -qF -- "$3" "$scratch/log"; then
        echo "$1: expected exit code $2 and \`$3\`, found exit code $code and"
        cat "$scratch/log"
        exit 1
    fi
    passed=$((passed + 1))
}

start() {
    rm -rf "$scratch/work"
    git init --quiet "$scratch/work"
    cd "$scratch/work"
    cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $hooks
    rev: $(git -C "$hooks" rev-parse HEAD)
    hooks:
      - id: $1
CONFIG
    pre-commit install >/dev/null
}

secure='Resources: {Data: {Type: AWS::S3::Bucket, Properties: {LoggingConfiguration: {DestinationBucketName: logs}}}}'
insecure='Resources: {Data: {Type: AWS::S3::Bucket}}'

changed_files() {
    start "$1"
    mkdir "a folder"
    echo "$secure" >"a folder/good.yaml"
    echo 'services: {web: {image: nginx}}' >compose.yaml
    echo '{"name": "x"}' >package.json
    check "a good template beside files that are none" 0 Passed
    echo "$insecure" >"a folder/bad.template"
    check "a bad template" 1 s3-bucket-logging-enabled
    rm "a folder/bad.template"
    echo 'services: {web: {image: caddy}}' >compose.yaml
    check "only a file that is no template" 0 Passed
    echo 'no template' >readme.md
    check "nothing that could be a template" 0 Skipped
    echo "$insecure" >'--skip-rule=x.yaml'
    check "a name that looks like an option" 1 '--skip-rule=x.yaml'
    rm -- '--skip-rule=x.yaml'
    printf 'AWSTemplateFormatVersion: "2010-09-09"\nResources: [}\n' >broken.yaml
    check "a template that can't be read" 1 broken.yaml
    rm broken.yaml
    # What is bad already and not changed is no matter of this commit.
    echo "$insecure" >old.yaml
    git add old.yaml
    git commit --quiet --no-verify --message Old
    echo "$secure" >new.yaml
    check "a good template beside an old bad one" 0 Passed
}

whole_repository() {
    start "$1"
    echo "$secure" >good.yaml
    check "a good repository" 0 Passed
    echo "$insecure" >bad.yaml
    git add bad.yaml
    git commit --quiet --no-verify --message Bad
    echo "$secure" >another.yaml
    check "an old bad template" 1 bad.yaml
}

changed_files cfn-gate-system
whole_repository cfn-gate-repository-system
if [[ $with_rust == --rust ]]; then
    rm "$scratch/bin/cfn-gate"
    start cfn-gate
    echo "$insecure" >bad.yaml
    check "a bad template, under a program that pre-commit built" 1 s3-bucket-logging-enabled
    echo "$secure" >bad.yaml
    check "a good template, under a program that pre-commit built" 0 Passed
fi
echo "$passed passed, 0 failed"
