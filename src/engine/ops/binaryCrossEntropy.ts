import { sigmoid } from "./op";
import { perOutputLoss } from "./perOutput";

/**
 * The logistic cross-entropy, as PyTorch's `BCEWithLogitsLoss`. With a = logits[n, v] and y = targets[n, v], 0 to 1:
 *
 *     loss = -y log σ(a) - (1 - y) log(1 - σ(a)) = max(a, 0) - a y + log(1 + exp(-|a|))             in nats
 *     right where (a > 0) = (y > 1/2)
 */
export const { forward: binaryCrossEntropyForward, backward: binaryCrossEntropyBackward } = perOutputLoss({
  name: "binaryCrossEntropy",
  slots: ["logits", "dLogits"],
  costs: [8, 6],
  loss: (a, y) => Math.max(a, 0) - a * y + Math.log(1 + Math.exp(-Math.abs(a))),
  isRight: (a, y) => a > 0 === y > 0.5,
  slope: (a, y) => sigmoid(a) - y,
});
