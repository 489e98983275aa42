// The mean logistic cross-entropy of every row, one invocation per row of [N, V]; equations in
// src/engine/ops/binaryCrossEntropy.ts.
// #include lib/linear.wgsl
// #include lib/lengths.wgsl

struct Dims { N: u32, B: u32, V: u32, hasLengths: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> logits: array<f32>;
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
    let a = logits[i];
    let y = targets[i];
    sum += max(a, 0.0) - a * y + log(1.0 + exp(-abs(a)));
    right += select(0.0, 1.0, (a > 0.0) == (y > 0.5));
  }
  let V = f32(dims.V);
  rowMeasures[n] = vec4f(sum / V, 1.0, right / V, 1.0);
}
