#!/usr/bin/env python3
"""Write the findings of `annotate-server lint --format sarif` as GitLab's code quality report.

    annotate-server lint --format sarif articles/ > articles.sarif
    code_quality.py articles.sarif > articles.json
"""

import hashlib
import json
import sys
import urllib.parse

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def entry(result):
    """A finding as GitLab has it. The fingerprint knows it again when lines before it have moved."""
    place = result["locations"][0]["physicalLocation"]
    path = urllib.parse.unquote(place["artifactLocation"]["uri"])
    key = "\n".join([path, result["ruleId"], result["partialFingerprints"]["primaryLocationLineHash"]])
    return {
        "description": result["message"]["text"],
        "check_name": result["ruleId"],
        "fingerprint": hashlib.sha256(key.encode()).hexdigest(),
        "severity": SEVERITIES[result["level"]],
        "location": {"path": path, "lines": {"begin": place["region"]["startLine"]}},
    }


def main():
    with open(sys.argv[1], encoding="utf-8") if len(sys.argv) > 1 else sys.stdin as file:
        log = json.load(file)
    entries = [entry(result) for run in log["runs"] for result in run["results"]]
    json.dump(entries, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
