#!/usr/bin/env python3
"""Reads a JUnit report with `junitparser` and holds it to the JSON report of the same run.

    cfn-gate check PATH --report junit=report.xml --report json=report.json
    uv run --with junitparser tests/report_junit.py report.xml report.json
"""

import json
import sys

from junitparser import Error, Failure, JUnitXml, Skipped


def expected(finding):
    """How the case of a finding ends."""
    if finding["fails"]:
        return Failure
    return None if finding["compliance"] == "COMPLIANT" else Skipped


def main(junit_path, json_path):
    with open(json_path, encoding="utf-8") as file:
        report = json.load(file)
    suites = list(JUnitXml.fromfile(junit_path))
    assert len(suites) == len(report["templates"]), "a suite for each template"
    cases = 0
    for suite, template in zip(suites, report["templates"]):
        by_name = {(case.classname, case.name): case for case in suite}
        assert len(by_name) == suite.tests, f"{suite.name}: names are unique and counted"
        results = [result for case in suite for result in case.result]
        assert suite.failures == sum(isinstance(result, Failure) for result in results), suite.name
        assert suite.errors == sum(isinstance(result, Error) for result in results), suite.name
        for finding in template["findings"]:
            name = f"{finding['logicalId']}: {finding['rule']['name']}"
            case = by_name[(f"{suite.name}.{finding['resourceType']}", name)]
            wanted = expected(finding)
            assert [type(result) for result in case.result] == ([wanted] if wanted else []), name
            if wanted is Failure and finding["location"]:
                location = finding["location"]
                place = f"{location['file']}:{location['line']}:{location['column']}"
                assert place in case.result[0].message and place in case.result[0].text, name
        cases += suite.tests
    print(f"{junit_path}: {len(suites)} suites, {cases} cases, as in {json_path}")


if __name__ == "__main__":
    main(*sys.argv[1:])
