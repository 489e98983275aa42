/**
 * One step of an optimizer on the whole bank of parameters, each with PyTorch's definition. All have the same slots and
 * begin with the same gradient,
 *
 *     g = clamp(factor · gradients, ±clipValue) + weightDecay · parameters
 *
 * Shapes: all banks [length]; hyper [16], see `hyper.ts`; clip [3] from `clipFactor`. Nothing changes when clip says that the
 * run is not healthy. Padding of the banks holds zeros, and stays so.
 */
import { type Hyper, hyperLength, readHyper } from "./hyper";
import { type FloatArray, type Op, read, readWrite } from "./op";

interface Banks {
  readonly parameters: FloatArray;
  readonly firstMoment: FloatArray;
  readonly secondMoment: FloatArray;
}

/** Changes parameter i and its moments, given its gradient. */
type Update = (banks: Banks, i: number, g: number, hyper: Hyper) => void;

function optimizer(name: string, cost: number, update: Update): Op {
  return {
    name,
    dims: ["length"],
    slots: {
      parameters: readWrite(({ length }) => [length]),
      gradients: read(({ length }) => [length]),
      firstMoment: readWrite(({ length }) => [length]),
      secondMoment: readWrite(({ length }) => [length]),
      hyper: read(() => [hyperLength]),
      clip: read(() => [3]),
    },
    cost: ({ length }) => cost * length,
    reference(tensors, { length }) {
      const gradients = tensors.float("gradients");
      const banks = {
        parameters: tensors.float("parameters"),
        firstMoment: tensors.float("firstMoment"),
        secondMoment: tensors.float("secondMoment"),
      };
      const hyper = readHyper(tensors.float("hyper"));
      const [, factor, healthy] = tensors.float("clip");
      if (healthy !== 1) return;
      const limit = hyper.clipValue > 0 ? hyper.clipValue : Number.POSITIVE_INFINITY;
      for (let i = 0; i < length; i++) {
        const clipped = Math.max(-limit, Math.min(limit, factor * gradients[i]));
        update(banks, i, clipped + hyper.weightDecay * banks.parameters[i], hyper);
      }
    },
  };
}

/**
 * Adam (Kingma and Ba, arXiv 1412.6980), with decoupledDecay AdamW (Loshchilov and Hutter, arXiv 1711.05101):
 *
 *     p -= learningRate · decoupledDecay · p
 *     m = β1 m + (1 - β1) g                   v = β2 v + (1 - β2) g²
 *     p -= learningRate / correction1 · m / (sqrt(v) / sqrt(correction2) + ε)
 */
export const adam = optimizer("adam", 16, ({ parameters, firstMoment: m, secondMoment: v }, i, g, hyper) => {
  const { learningRate, decoupledDecay, correction1, correction2 } = hyper;
  m[i] = hyper.beta1 * m[i] + hyper.oneMinusBeta1 * g;
  v[i] = hyper.beta2 * v[i] + hyper.oneMinusBeta2 * g * g;
  const step =
    ((learningRate / correction1) * m[i]) / (Math.sqrt(v[i]) / Math.sqrt(correction2) + hyper.epsilon);
  parameters[i] = parameters[i] - learningRate * decoupledDecay * parameters[i] - step;
});

/**
 * Stochastic gradient descent with momentum, without dampening:
 *
 *     m = momentum · m + g
 *     p -= learningRate · (g + momentum · m with Nesterov's momentum, else m)
 */
export const sgd = optimizer("sgd", 8, ({ parameters, firstMoment: m }, i, g, hyper) => {
  m[i] = hyper.beta1 * m[i] + g;
  parameters[i] -= hyper.learningRate * (hyper.nesterov === 1 ? g + hyper.beta1 * m[i] : m[i]);
});

/**
 * RMSprop (Tieleman and Hinton 2012), not centred:
 *
 *     v = α v + (1 - α) g²
 *     m = momentum · m + g / (sqrt(v) + ε)
 *     p -= learningRate · m
 */
export const rmsprop = optimizer(
  "rmsprop",
  12,
  ({ parameters, firstMoment: m, secondMoment: v }, i, g, hyper) => {
    v[i] = hyper.beta2 * v[i] + hyper.oneMinusBeta2 * g * g;
    m[i] = hyper.beta1 * m[i] + g / (Math.sqrt(v[i]) + hyper.epsilon);
    parameters[i] -= hyper.learningRate * m[i];
  },
);
