#!/usr/bin/env python3
"""Holds a report in the AWS Security Finding Format to AWS's own model of `BatchImportFindings`, which comes with `botocore`.

    cfn-gate check PATH --report asff=report.asff.json --report json=report.json --account-id ID --region REGION
    uv run --with botocore tests/report_asff.py report.asff.json report.json
"""

import json
import sys

from botocore.session import get_session
from botocore.validate import ParamValidator


def main(asff_path, json_path):
    with open(asff_path, encoding="utf-8") as file:
        findings = json.load(file)
    with open(json_path, encoding="utf-8") as file:
        report = json.load(file)
    verdicts = [verdict for template in report["templates"] for verdict in template["findings"]]
    model = get_session().get_service_model("securityhub")
    shape = model.operation_model("BatchImportFindings").input_shape
    for start in range(0, len(findings), 100):
        problems = ParamValidator().validate({"Findings": findings[start : start + 100]}, shape)
        assert not problems.has_errors(), problems.generate_report()
    statuses = [finding["Compliance"]["Status"] for finding in findings]
    allowed = model.shape_for("ComplianceStatus").enum
    assert all(status in allowed for status in statuses)
    compliance = [verdict["compliance"] for verdict in verdicts]
    assert statuses.count("FAILED") == compliance.count("NON_COMPLIANT")
    assert statuses.count("WARNING") == compliance.count("INSUFFICIENT_DATA")
    workflows = [finding.get("Workflow", {}).get("Status") for finding in findings]
    assert workflows.count("SUPPRESSED") == report["summary"]["suppressed"]
    print(f"{asff_path}: {len(findings)} findings, as in {json_path}")


if __name__ == "__main__":
    main(*sys.argv[1:])
