// One step of Adam or AdamW on the whole bank, one invocation per parameter; equations in src/engine/ops/optimizers.ts.
// #include lib/optimizer.wgsl

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (!isUpdated(i)) { return; }
  let g = gradientOf(i);
  let m = hyper[beta1] * firstMoment[i] + hyper[oneMinusBeta1] * g;
  let v = hyper[beta2] * secondMoment[i] + hyper[oneMinusBeta2] * g * g;
  let rate = hyper[learningRate];
  let step = rate / hyper[correction1] * m / (sqrt(v) / sqrt(hyper[correction2]) + hyper[epsilon]);
  firstMoment[i] = m;
  secondMoment[i] = v;
  parameters[i] -= rate * hyper[decoupledDecay] * parameters[i] + step;
}
