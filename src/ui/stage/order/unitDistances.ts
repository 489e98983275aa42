import { type Plane, planeValue } from "../../cells/layerPlanes";

/**
 * How differently two units do over a sequence: the Euclidean distance of their states, which is also how different their rows look on
 * an absolute scale. Pauses, by yielding, after each part of its work.
 * @param plane the states, [T, H]
 * @returns [H, H], symmetric
 */
export function* unitDistances(plane: Plane, steps: number): Generator<void, Float64Array> {
  const H = plane.width;
  const lines = new Float32Array(H * steps);
  for (let t = 0; t < steps; t++) for (let u = 0; u < H; u++) lines[u * steps + t] = planeValue(plane, t, u);
  const distances = new Float64Array(H * H);
  for (let a = 0; a < H; a++) {
    for (let b = a + 1; b < H; b++) {
      let sum = 0;
      for (let t = 0; t < steps; t++) {
        const difference = lines[a * steps + t] - lines[b * steps + t];
        sum += difference * difference;
      }
      // A diverged network has no numbers: such units are as far from all as can be, and stay together.
      const distance = Number.isFinite(sum) ? Math.sqrt(sum) : 4 * Math.sqrt(steps);
      distances[a * H + b] = distance;
      distances[b * H + a] = distance;
    }
    yield;
  }
  return distances;
}
