// The mean over V outputs of a loss with a target per output, one invocation per row of [N, V]; see
// src/engine/ops/perOutput.ts. The includer gives `lossOf` and `isRight`.
// #include lib/linear.wgsl
// #include lib/lengths.wgsl

struct Dims { N: u32, B: u32, V: u32, hasLengths: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> outputs: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<f32>;
@group(0) @binding(3) var<storage, read_write> rowMeasures: array<vec4f>;
@group(0) @binding(4) var<storage, read> lengths: array<i32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let n = linearIndex(id, groups);
  if (n >= dims.N) { return; }
  if (isMasked(n / dims.B, n % dims.B)) {
    rowMeasures[n] = vec4f(0.0);
    return;
  }
  var sum = 0.0;
  var right = 0.0;
  for (var i = n * dims.V; i < (n + 1u) * dims.V; i++) {
    sum += lossOf(outputs[i], targets[i]);
    right += select(0.0, 1.0, isRight(outputs[i], targets[i]));
  }
  let V = f32(dims.V);
  rowMeasures[n] = vec4f(sum / V, 1.0, right / V, 1.0);
}
