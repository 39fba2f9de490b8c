"""Writes the workflows and the configurations of pre-commit that README.md and docs show into files, for linters.

Usage: blocks.py FOLDER"""

import re
import sys
from pathlib import Path

folder = Path(sys.argv[1])
for kind in ("workflows", "pre-commit"):
    (folder / kind).mkdir(parents=True, exist_ok=True)
count = {"workflows": 0, "pre-commit": 0}
for page in (Path("README.md"), *sorted(Path("docs").glob("*.md"))):
    for block in re.findall(r"^```yaml\n(.*?)^```", page.read_text(), re.DOTALL | re.MULTILINE):
        kind = "workflows" if "\njobs:\n" in block else "pre-commit" if block.startswith("repos:\n") else None
        if kind:
            count[kind] += 1
            (folder / kind / f"{page.stem}-{count[kind]}.yml").write_text(block)
print(", ".join(f"{number} {kind}" for kind, number in count.items()))
sys.exit(not all(count.values()))
