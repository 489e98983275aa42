import { perOutputLoss } from "./perOutput";

/**
 * The squared error, as PyTorch's `MSELoss`. With a = outputs[n, v] and y = targets[n, v]:
 *
 *     loss = (a - y)²            nothing is right or wrong
 */
export const { forward: squaredErrorForward, backward: squaredErrorBackward } = perOutputLoss({
  name: "squaredError",
  slots: ["outputs", "dOutputs"],
  costs: [3, 3],
  loss: (a, y) => (a - y) ** 2,
  isRight: () => false,
  slope: (a, y) => 2 * (a - y),
});
