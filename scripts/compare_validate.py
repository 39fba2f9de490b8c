"""What `compare.py` runs for cloudformation-validate, which has no command of its own: ENGINE FILE..."""

import sys

import cloudformation_validate

engine = getattr(cloudformation_validate, sys.argv[1])()
findings = sum(len(engine.validate_template(path).diagnostics) for path in sys.argv[2:])
print(findings, "findings")
