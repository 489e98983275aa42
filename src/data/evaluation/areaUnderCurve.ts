/**
 * The area under the ROC curve of a score for a fact: how often the score is higher where the fact holds than where it does not, ties
 * counting half. 0.5 says nothing, 1 all, 0 all the other way round. From ranks (Mann and Whitney 1947):
 *
 *     AUC = (Σ rank of the n₁ that hold − n₁(n₁ + 1)/2) / (n₁ n₀)
 *
 * NaN where the fact holds everywhere or nowhere.
 *
 * @param scores [n]
 * @param holds [n], 1 or 0
 */
export function areaUnderCurve(scores: ArrayLike<number>, holds: ArrayLike<number>): number {
  const n = scores.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let positives = 0;
  let rankSum = 0;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && scores[order[to]] === scores[order[from]]) to++;
    // Those that are equal share their mean rank, counted from 1.
    for (let i = from; i < to; i++) {
      if (holds[order[i]] === 0) continue;
      positives++;
      rankSum += (from + 1 + to) / 2;
    }
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (n - positives));
}
