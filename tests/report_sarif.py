#!/usr/bin/env python3
"""Reads a SARIF report with `sarif-tools` and holds it to the JSON report of the same run.

    cfn-gate check PATH --report sarif=report.sarif --report json=report.json
    uv run --with sarif-tools tests/report_sarif.py report.sarif report.json
"""

import json
import sys

from sarif.loader import load_sarif_file

LISTED = ("NON_COMPLIANT", "INSUFFICIENT_DATA")


def level(finding):
    """The level of a finding's result."""
    if finding["fails"]:
        return "error"
    if finding["suppression"]:
        return "note"
    return "warning" if finding["compliance"] == "NON_COMPLIANT" else "note"


def main(sarif_path, json_path):
    with open(json_path, encoding="utf-8") as file:
        report = json.load(file)
    findings = [finding for template in report["templates"] for finding in template["findings"]]
    wanted = sorted(
        (finding["logicalId"], finding["rule"]["name"], level(finding))
        for finding in findings
        if finding["compliance"] in LISTED
    )
    results = load_sarif_file(sarif_path).get_results()
    found = sorted(
        (
            result["properties"]["logicalId"],
            result["ruleId"].removesuffix("/insufficient-data"),
            result["level"],
        )
        for result in results
    )
    assert found == wanted, f"{sarif_path}: the results are the findings of {json_path}"
    suppressed = sum(finding["suppression"] is not None for finding in findings)
    assert sum(bool(result.get("suppressions")) for result in results) == suppressed
    records = load_sarif_file(sarif_path).get_records()
    assert len(records) == len(wanted) and all(record["Location"] for record in records)
    fingerprints = {result["partialFingerprints"]["primaryLocationLineHash"] for result in results}
    assert len(fingerprints) == len(results), "fingerprints are unique"
    print(f"{sarif_path}: {len(results)} results, as in {json_path}")


if __name__ == "__main__":
    main(*sys.argv[1:])
