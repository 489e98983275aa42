// One step of gradient descent with momentum on the whole bank, one invocation per parameter; equations in
// src/engine/ops/optimizers.ts.
// #include lib/optimizer.wgsl

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (!isUpdated(i)) { return; }
  let g = gradientOf(i);
  let m = hyper[beta1] * firstMoment[i] + g;
  firstMoment[i] = m;
  parameters[i] -= hyper[learningRate] * select(m, g + hyper[beta1] * m, hyper[nesterov] == 1.0);
}
