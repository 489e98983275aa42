import { type Op, read, readWrite } from "./op";

/**
 * One step of Adam (Kingma and Ba, arXiv 1412.6980) on the whole bank, in PyTorch's arrangement, on the clipped gradient.
 *
 *     g = factor · gradients
 *     m = β1 m + (1 - β1) g                   v = β2 v + (1 - β2) g²
 *     parameters -= learningRate / correction1 · m / (sqrt(v) / sqrt(correction2) + ε)
 *
 * Shapes: all banks [length]; hyper [8]: learningRate, β1, β2, ε, correction1 = 1 - β1^step, correction2 = 1 - β2^step,
 * clipNorm, 1 - β2 (in full precision); clip [3] from `clipFactor`. Nothing changes when clip says the run is not healthy.
 */
export const adam: Op = {
  name: "adam",
  dims: ["length"],
  slots: {
    parameters: readWrite(({ length }) => [length]),
    gradients: read(({ length }) => [length]),
    firstMoment: readWrite(({ length }) => [length]),
    secondMoment: readWrite(({ length }) => [length]),
    hyper: read(() => [8]),
    clip: read(() => [3]),
  },
  cost: ({ length }) => 15 * length,
  reference(tensors, { length }) {
    const parameters = tensors.float("parameters");
    const gradients = tensors.float("gradients");
    const m = tensors.float("firstMoment");
    const v = tensors.float("secondMoment");
    const [rate, beta1, beta2, epsilon, correction1, correction2, , oneMinusBeta2] = tensors.float("hyper");
    const [, factor, healthy] = tensors.float("clip");
    if (healthy !== 1) return;
    for (let i = 0; i < length; i++) {
      const g = factor * gradients[i];
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + oneMinusBeta2 * g * g;
      parameters[i] -= ((rate / correction1) * m[i]) / (Math.sqrt(v[i]) / Math.sqrt(correction2) + epsilon);
    }
  },
};
