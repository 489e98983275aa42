// The clamps keep exp finite: WGSL leaves what happens to infinities to the implementation.
fn sigmoid4(x: vec4f) -> vec4f {
  return 1.0 / (1.0 + exp(-clamp(x, vec4f(-80.0), vec4f(80.0))));
}

// tanh x = 1 - 2 / (exp(2x) + 1); beyond ±15 it is ±1 in float32.
fn tanh4(x: vec4f) -> vec4f {
  return 1.0 - 2.0 / (exp(2.0 * clamp(x, vec4f(-15.0), vec4f(15.0))) + 1.0);
}

fn sigmoid(x: f32) -> f32 {
  return sigmoid4(vec4f(x)).x;
}

fn tanhOf(x: f32) -> f32 {
  return tanh4(vec4f(x)).x;
}
