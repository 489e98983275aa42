// The mean logistic cross-entropy of every row; equations in src/engine/ops/binaryCrossEntropy.ts.
// #include lib/perOutputForward.wgsl

fn lossOf(a: f32, y: f32) -> f32 {
  return max(a, 0.0) - a * y + log(1.0 + exp(-abs(a)));
}

fn isRight(a: f32, y: f32) -> bool {
  return (a > 0.0) == (y > 0.5);
}
