/** Inputs that tell the same: what one of them loses another still has. */
import type { Examples } from "../examples";
import type { InputGroup } from "./inputGroups";

export interface Correlated {
  /** Places among the groups. */
  readonly a: number;
  readonly b: number;
  /** Pearson's, of the two features that go together most. */
  readonly r: number;
}

/** From here on they are said to go together. */
const strong = 0.8;
/** More rows change little. */
const mostExamples = 200;

/** The strongest first. */
export function correlatedInputs(
  examples: Examples,
  groups: readonly InputGroup[],
  indices: ArrayLike<number>,
): readonly Correlated[] {
  if (examples.input.kind !== "features") return [];
  const I = examples.input.features.length;
  const columns = featureColumns(examples, I, Array.from(indices).slice(0, mostExamples));
  const found: Correlated[] = [];
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) {
      let most = 0;
      for (let i = groups[a].first; i < groups[a].first + groups[a].width; i++)
        for (let j = groups[b].first; j < groups[b].first + groups[b].width; j++) {
          const r = correlation(columns[i], columns[j]);
          if (Math.abs(r) > Math.abs(most)) most = r;
        }
      if (Math.abs(most) >= strong) found.push({ a, b, r: most });
    }
  return found.sort((one, other) => Math.abs(other.r) - Math.abs(one.r));
}

/** [I]: every step of the examples, one after the other. */
function featureColumns(examples: Examples, I: number, indices: readonly number[]): readonly number[][] {
  const columns = Array.from({ length: I }, (): number[] => []);
  for (const index of indices) {
    const { input } = examples.example(index);
    for (let i = 0; i < input.length; i++) columns[i % I].push(input[i]);
  }
  return columns;
}

/** 0 where one of the two does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) ** 2;
    yy += (y[i] - my) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
