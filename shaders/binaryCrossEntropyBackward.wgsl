// The gradient of the mean logistic cross-entropy; equations in src/engine/ops/binaryCrossEntropy.ts.
// #include lib/activations.wgsl
// #include lib/perOutputBackward.wgsl

fn slopeOf(a: f32, y: f32) -> f32 {
  return sigmoid(a) - y;
}
