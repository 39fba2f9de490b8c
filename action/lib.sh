# shellcheck shell=bash
# What the steps of the GitHub Action share. They keep to bash 3.2, which is what macOS has.

# Text as the value of a workflow command: https://docs.github.com/actions, "Workflow commands for GitHub Actions".
escape() {
    local text=$1
    text=${text//\%/%25}
    text=${text//$'\r'/%0D}
    text=${text//$'\n'/%0A}
    printf '%s' "$text"
}

# Ends the step with a message that also becomes an annotation. Nothing was evaluated: exit code 2.
fail() {
    printf '::error title=cfn-gate::%s\n' "$(escape "$1")"
    exit 2
}

# Sets an output of the step, whatever the value is: no value can hold a delimiter that nobody could foresee.
output() {
    local delimiter
    delimiter=end_$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s<<%s\n%s\n%s\n' "$1" "$delimiter" "$2" "$delimiter" >>"$GITHUB_OUTPUT"
}

# The name of the program in its folder.
program() {
    if [[ $RUNNER_OS == Windows ]]; then echo cfn-gate.exe; else echo cfn-gate; fi
}
