// Places in `hyper`, as in src/engine/ops/hyper.ts, which says what they mean; a test compares the two.
const learningRate = 0u;
const clipNorm = 1u;
const clipValue = 2u;
const weightDecay = 3u;
const decoupledDecay = 4u;
const beta1 = 5u;
const beta2 = 6u;
const oneMinusBeta1 = 7u;
const oneMinusBeta2 = 8u;
const epsilon = 9u;
const correction1 = 10u;
const correction2 = 11u;
const nesterov = 12u;
