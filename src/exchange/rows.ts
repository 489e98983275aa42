/** Matrices in rows, as frameworks want them. */
import type { Weight } from "./network";

/** [M, N] as [N, M]. */
export function transposed({ shape: [rows, columns], values }: Weight): Weight {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = values[row * columns + column];
  return { shape: [columns, rows], values: turned };
}

/**
 * The blocks of H rows of each gate in another order: block g of the result is block `order[g]` of what is given. Shapes: [G·H, …].
 */
export function reordered({ shape, values }: Weight, order: readonly number[]): Weight {
  const block = values.length / order.length;
  const moved = new Float32Array(values.length);
  for (const [g, from] of order.entries())
    moved.set(values.subarray(from * block, (from + 1) * block), g * block);
  return { shape, values: moved };
}

/** One behind the other, under a new shape. */
export function joined(shape: readonly number[], parts: readonly Weight[]): Weight {
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.values.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part.values, at);
    at += part.values.length;
  }
  return { shape, values };
}

export const added = (one: Weight, other: Weight): Weight => ({
  shape: one.shape,
  values: one.values.map((value, i) => value + other.values[i]),
});

export function zeros(shape: readonly number[]): Weight {
  return { shape, values: new Float32Array(shape.reduce((product, size) => product * size, 1)) };
}
