"""The same labelled pairs with nomenklatura's logic-v2: python bench/screening/nomenklatura_peer.py DATA (pip install nomenklatura)."""

import csv
import sys
import time

from followthemoney import model
from nomenklatura.matching import get_algorithm

algorithm = get_algorithm("logic-v2") or get_algorithm("logic-v1")
config = algorithm.default_config()


def entity(schema: str, name: str):
    return model.get_proxy({"id": name, "schema": schema, "properties": {"name": [name]}})


with open(f"{sys.argv[1]}/names/nomenklatura_cases.csv") as file:
    rows = list(csv.DictReader(file))
pairs = [(entity(row["schema"], row["name1"]), entity(row["schema"], row["name2"]), row["is_match"] == "true", row["name1"] + row["name2"]) for row in rows]
for left, right, _, _ in pairs[:50]:
    algorithm.compare(left, right, config)
start = time.process_time()
scored = [(algorithm.compare(left, right, config).score, same, text.isascii()) for left, right, same, text in pairs]
spent = time.process_time() - start


def f1(items, threshold):
    hits = [same for score, same, _ in items if score >= threshold]
    right, everything = sum(hits), sum(same for _, same, _ in items)
    precision, recall = right / len(hits) if hits else 0, right / everything
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0


best = max((round(step / 100, 2) for step in range(100)), key=lambda t: f1(scored, t)[2])
for threshold in sorted({0.7, best}):
    print(algorithm.NAME, "threshold", threshold, "P %.3f R %.3f F1 %.3f" % f1(scored, threshold))
print("not ASCII at 0.7: P %.3f R %.3f F1 %.3f" % f1([item for item in scored if not item[2]], 0.7))
print("%.0f µs of CPU a pair" % (spent / len(pairs) * 1e6))
