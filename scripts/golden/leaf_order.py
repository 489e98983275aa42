"""Makes src/ui/stage/order/leafOrder.golden.json: the tree that SciPy makes of points in space, and how short an order of its leaves can be.

    pip install scipy
    python3 scripts/golden/leaf_order.py

Each case: `points` [n, d] in float64, rounded to four decimals; `heights` [n - 1], of the joins of Ward's method over their Euclidean
distances, in ascending order; `shortest`, the least sum of the distances between neighbours over all orders that the tree allows, found by the
plain recurrence of Bar-Joseph 2001; `scipy`, the same sum of the order that `optimal_leaf_ordering` gives. SciPy computes the shortest order but
returns another one (scipy/scipy#11227, open; seen in 1.17.1), so its order is a bound and no model.
"""

import json
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
from scipy.spatial.distance import pdist, squareform

OUT = Path(__file__).parents[2] / "src/ui/stage/order/leafOrder.golden.json"


def shortest_order(tree: np.ndarray, square: np.ndarray) -> float:
    n = len(square)
    leaves = {i: [i] for i in range(n)}
    parts: dict[int, tuple[int, int]] = {}
    least = {(i, i): 0.0 for i in range(n)}

    def inner_ends(cluster: int, outer: int) -> list[int]:
        if cluster < n:
            return [outer]
        left, right = parts[cluster]
        return leaves[right] if outer in leaves[left] else leaves[left]

    for k, (left, right) in enumerate(tree[:, :2].astype(int)):
        parts[n + k] = (left, right)
        leaves[n + k] = leaves[left] + leaves[right]
        for u in leaves[left]:
            across = {m: min(least[u, i] + square[i, m] for i in inner_ends(left, u)) for m in leaves[right]}
            for w in leaves[right]:
                least[u, w] = least[w, u] = min(across[m] + least[m, w] for m in inner_ends(right, w))
    left, right = parts[2 * n - 2]
    return float(min(least[u, w] for u in leaves[left] for w in leaves[right]))


def case(points: np.ndarray) -> dict:
    points = points.round(4)
    distances = pdist(points)
    tree = linkage(distances, "ward")
    square = squareform(distances)
    order = leaves_list(optimal_leaf_ordering(tree, distances))
    return {
        "points": points.tolist(),
        "heights": tree[:, 2].tolist(),
        "shortest": shortest_order(tree, square),
        "scipy": float(square[order[:-1], order[1:]].sum()),
    }


def main() -> None:
    rng = np.random.default_rng(15)
    cases = [case(rng.standard_normal((n, d))) for n, d in [(2, 1), (3, 2), (5, 3), (17, 4), (41, 2), (64, 5)]]
    # As states are: a few groups of units that do nearly alike, in no order.
    centres = rng.uniform(-1, 1, (6, 7))
    grouped = np.repeat(centres, [11, 3, 1, 9, 5, 8], axis=0) + rng.normal(0, 0.05, (37, 7))
    cases.append(case(rng.permutation(grouped)))
    OUT.write_text(json.dumps(cases, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
