// One step of Adam on the whole bank, one invocation per parameter; equations in src/engine/ops/adam.ts.
// #include lib/linear.wgsl

struct Dims { length: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(2) var<storage, read> gradients: array<f32>;
@group(0) @binding(3) var<storage, read_write> firstMoment: array<f32>;
@group(0) @binding(4) var<storage, read_write> secondMoment: array<f32>;
@group(0) @binding(5) var<storage, read> hyper: array<f32>;
@group(0) @binding(6) var<storage, read> clip: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.length || clip[2] != 1.0) { return; }
  let g = clip[1] * gradients[i];
  let m = hyper[1] * firstMoment[i] + (1.0 - hyper[1]) * g;
  let v = hyper[2] * secondMoment[i] + hyper[7] * g * g;
  firstMoment[i] = m;
  secondMoment[i] = v;
  parameters[i] -= hyper[0] / hyper[4] * m / (sqrt(v) / sqrt(hyper[5]) + hyper[3]);
}
