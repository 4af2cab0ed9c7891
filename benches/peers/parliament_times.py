"""Times parliament on a corpus: `parliament_times.py CORPUS`, a JSON array of `[name, text]`.

Writes one line of JSON: the milliseconds of the quicker of two passes, and how many policies it could not take.
"""

import json
import sys
import time

from parliament import analyze_policy_string

PASSES = 2


def check_all(texts):
    """Checks every text; returns how many made parliament itself fail."""
    failed = 0
    for text in texts:
        try:
            analyze_policy_string(text)
        except Exception:  # a policy that parliament cannot take is no reason to stop
            failed += 1
    return failed


with open(sys.argv[1], encoding="utf-8") as corpus:
    texts = [text for _, text in json.load(corpus)]

times = []
for _ in range(PASSES):
    begun = time.perf_counter()
    failed = check_all(texts)
    times.append((time.perf_counter() - begun) * 1000)
print(json.dumps({"check": min(times), "failed": failed}))
