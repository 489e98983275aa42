// The gradient of the mean of a loss with a target per output, one invocation per element of [N, V]; see
// src/engine/ops/perOutput.ts. The includer gives `slopeOf`.
// #include lib/linear.wgsl
// #include lib/lengths.wgsl

struct Dims { N: u32, B: u32, V: u32, hasLengths: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> outputs: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<f32>;
@group(0) @binding(3) var<storage, read> metrics: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(5) var<storage, read> lengths: array<i32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.N * dims.V) { return; }
  let n = i / dims.V;
  let slope = metrics[2] / f32(dims.V) * slopeOf(outputs[i], targets[i]);
  gradient[i] = select(slope, 0.0, isMasked(n / dims.B, n % dims.B));
}
