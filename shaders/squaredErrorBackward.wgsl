// The gradient of the mean squared error; equations in src/engine/ops/squaredError.ts.
// #include lib/perOutputBackward.wgsl

fn slopeOf(a: f32, y: f32) -> f32 {
  return 2.0 * (a - y);
}
