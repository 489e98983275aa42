import { hyperLength, placeOf } from "./hyper";
import { type Op, read, readWrite, write } from "./op";

/**
 * First half of the gradient's norm: each part sums the squares of its share of the bank, every P-th element apart.
 *
 *     partials[p] = sum over i of gradients[p + i·parts]²
 *
 * Shapes: gradients [length] (padding holds zeros), partials [parts].
 */
export const sumOfSquares: Op = {
  name: "sumOfSquares",
  dims: ["length", "parts"],
  slots: {
    gradients: read(({ length }) => [length]),
    partials: write(({ parts }) => [parts]),
  },
  cost: ({ length }) => 2 * length,
  reference(tensors, { length, parts }) {
    const gradients = tensors.float("gradients");
    const partials = tensors.float("partials");
    for (let p = 0; p < parts; p++) {
      let sum = 0;
      for (let i = p; i < length; i += parts) sum += gradients[i] * gradients[i];
      partials[p] = sum;
    }
  },
};

/** The tensor `clip` at the beginning of a run: nothing measured, nothing clipped, healthy. */
export const healthyClip = () => Float32Array.of(0, 1, 1);

/**
 * Second half: the global L2 norm, the factor that clips it (PyTorch's `clip_grad_norm_`), and whether the run is
 * still healthy. A loss or a norm that is not finite clears `healthy` for good, and the optimizer then leaves the
 * parameters alone: the last finite state is kept however many steps are already under way.
 *
 *     norm = sqrt(sum(partials))
 *     factor = min(1, clipNorm / (norm + 1e-6))           1 if clipNorm is 0, which means no clipping
 *     healthy = healthy and finite(norm) and finite(loss)
 *
 * Shapes: partials [parts], metrics [3] (loss first), hyper [16] (see `hyper.ts`), clip [3]: norm, factor, healthy (0 or 1).
 */
export const clipFactor: Op = {
  name: "clipFactor",
  dims: ["parts"],
  slots: {
    partials: read(({ parts }) => [parts]),
    metrics: read(() => [3]),
    hyper: read(() => [hyperLength]),
    clip: readWrite(() => [3]),
  },
  cost: ({ parts }) => parts,
  reference(tensors, { parts }) {
    const partials = tensors.float("partials");
    const clip = tensors.float("clip");
    const limit = tensors.float("hyper")[placeOf("clipNorm")];
    let sum = 0;
    for (let p = 0; p < parts; p++) sum += partials[p];
    const norm = Math.sqrt(sum);
    clip[0] = norm;
    clip[1] = limit > 0 ? Math.min(1, limit / (norm + 1e-6)) : 1;
    const finite = Number.isFinite(norm) && Number.isFinite(tensors.float("metrics")[0]);
    clip[2] = clip[2] === 1 && finite ? 1 : 0;
  },
};
