// The includer says what V is, f32 or vec4f. The clamps keep exp finite: WGSL leaves what happens to infinities to the implementation.
fn sigmoid(x: V) -> V {
  return 1.0 / (1.0 + exp(-clamp(x, V(-80.0), V(80.0))));
}

// tanh x = 1 - 2 / (exp(2x) + 1); beyond ±15 it is ±1 in float32.
fn tanhOf(x: V) -> V {
  return 1.0 - 2.0 / (exp(2.0 * clamp(x, V(-15.0), V(15.0))) + 1.0);
}
