#!/usr/bin/env bash
# Last step of the GitHub Action: turns inputs into arguments, runs the gate, sets the outputs, and ends with the gate's exit code.
#
# Inputs come as environment variables and become arguments one by one. None is ever read as shell.
set -euo pipefail
# shellcheck source=action/lib.sh
source "${BASH_SOURCE[0]%/*}/lib.sh"
gate=${INSTALL_DIRECTORY:?}/$(program)
[[ -x $gate ]] || fail "cfn-gate is not in $INSTALL_DIRECTORY, where it was installed"
# Later steps can say `cfn-gate explain RULE`.
printf '%s\n' "$INSTALL_DIRECTORY" >>"${GITHUB_PATH:-/dev/null}"

arguments=(check)
reports=()

# The lines of a text, without blanks at both ends, and without empty ones, into the array `lines`.
split() {
    local line
    lines=()
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line#"${line%%[![:space:]]*}"}
        line=${line%"${line##*[![:space:]]}"}
        if [[ -n $line ]]; then lines+=("$line"); fi
    done <<<"$1"
}

# An option for every line of an input. The equals sign keeps a value with a leading hyphen from being an option.
option() {
    local line
    split "$2"
    for line in ${lines[@]+"${lines[@]}"}; do arguments+=("--$1=$line"); done
}

# A report; the folder of its file is made.
report() {
    local file=${1#*=}
    if [[ $file == */* ]]; then mkdir -p -- "${file%/*}"; fi
    arguments+=("--report=$1")
}

# Whether an input says `true`.
is_true() {
    case $2 in
        true) return 0 ;;
        false | '') return 1 ;;
        *) fail "$1: expected true or false, found \`$2\`" ;;
    esac
}

# Lets lines through that the runner could take for a workflow command, in its newer or its older form, as mere text. It looks
# behind blanks, and ends lines at carriage returns.
inert() {
    local line
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line//$'\r'/ }
        line=${line//\#\[/# [}
        if [[ $line =~ ^[[:space:]]*:: ]]; then line="| $line"; fi
        printf '%s\n' "$line"
    done
}

# A value from the head of the JSON report, where nothing stands that a template says.
value() {
    if [[ $head =~ \"$1\":\"?([a-zA-Z0-9]+) ]]; then printf '%s' "${BASH_REMATCH[1]}"; fi
}

option config "${INPUT_CONFIG:-}"
option baseline "${INPUT_BASELINE:-}"
option rules "${INPUT_RULES:-}"
option rule "${INPUT_RULE:-}"
option skip-rule "${INPUT_SKIP_RULE:-}"
option severity "${INPUT_SEVERITY:-}"
option fail-on "${INPUT_FAIL_ON:-}"
option parameter "${INPUT_PARAMETER:-}"
option parameters "${INPUT_PARAMETERS:-}"
option region "${INPUT_REGION:-}"
option account-id "${INPUT_ACCOUNT_ID:-}"
option partition "${INPUT_PARTITION:-}"
option stack-name "${INPUT_STACK_NAME:-}"
option stack "${INPUT_STACK:-}"
option engine "${INPUT_ENGINE:-}"
option role-arn "${INPUT_ROLE_ARN:-}"
option timeout "${INPUT_TIMEOUT:-}"
if is_true allow-incomplete "${INPUT_ALLOW_INCOMPLETE:-}"; then arguments+=(--allow-incomplete); fi
if is_true strict "${INPUT_STRICT:-}"; then arguments+=(--strict); fi

folder=$(mktemp -d "${RUNNER_TEMP:?}/cfn-gate.XXXXXX")
json=$folder/report.json
report "json=$json"
if [[ -n ${INPUT_SARIF:-} ]]; then report "sarif=$INPUT_SARIF"; fi
split "${INPUT_REPORTS:-}"
for line in ${lines[@]+"${lines[@]}"}; do
    report "$line"
    reports+=("${line#*=}")
done
if ! is_true summary "${INPUT_SUMMARY:-true}"; then unset GITHUB_STEP_SUMMARY; fi
annotations=false
if is_true annotations "${INPUT_ANNOTATIONS:-true}"; then
    annotations=true
    arguments+=(--format=github)
else
    # The job summary comes with the annotations, wherever those go.
    arguments+=(--format=text "--report=github=$folder/annotations.txt")
fi
split "${INPUT_ARGUMENTS:-}"
arguments+=(${lines[@]+"${lines[@]}"})
split "${INPUT_PATHS:-}"
arguments+=(-- ${lines[@]+"${lines[@]}"})

# What the gate writes to standard error is no workflow command, whatever it quotes; neither is a text report.
judge() {
    if [[ $annotations == true ]]; then
        "$gate" "${arguments[@]}" 2>&1 >&3 </dev/null | inert >&2
    else
        "$gate" "${arguments[@]}" 2>&1 </dev/null | inert
    fi
    return "${PIPESTATUS[0]}"
}

# Bash on Windows takes values that begin with a slash for paths of its own, and would translate them.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'
code=0
judge 3>&1 || code=$?

case $code in
    0) verdict=passed ;;
    1) verdict=failed ;;
    3) verdict=incomplete ;;
    *) verdict=invalid ;;
esac
head=
if [[ -s $json ]]; then
    head=$(head -c 2048 "$json")
elif [[ $verdict == invalid ]]; then
    printf '::error title=cfn-gate::nothing was evaluated (exit code %s): the log says why\n' "$code"
fi

# The file, if this run has written it.
written() {
    if [[ -n $head && -s $1 ]]; then printf '%s\n' "$1"; fi
}

output verdict "$verdict"
output exit-code "$code"
output failing "$(value failing)"
output non-compliant "$(value nonCompliant)"
output insufficient-data "$(value insufficientData)"
output compliant "$(value compliant)"
output templates "$(value templates)"
output resources "$(value resources)"
output json "$(written "$json")"
output sarif "$(written "${INPUT_SARIF:-}")"
output reports "$(for file in ${reports[@]+"${reports[@]}"}; do written "$file"; done)"
exit "$code"
