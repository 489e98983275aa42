// The gradient of the mean logistic cross-entropy; equations in src/engine/ops/binaryCrossEntropy.ts.
// #include lib/activations.wgsl
// #include lib/perOutputBackward.wgsl

alias V = f32;

fn slopeOf(a: f32, y: f32) -> f32 {
  return sigmoid(a) - y;
}
