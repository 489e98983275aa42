// Softmax and the measures of every row of logits [N, V], one invocation per row; equations in
// src/engine/ops/crossEntropy.ts.
// #include lib/linear.wgsl
// #include lib/lengths.wgsl
// #include lib/classWeights.wgsl

struct Dims { N: u32, B: u32, V: u32, smoothing: f32, hasLengths: u32, hasClassWeights: u32, ignored: i32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> logits: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<i32>;
@group(0) @binding(3) var<storage, read_write> probabilities: array<f32>;
@group(0) @binding(4) var<storage, read_write> rowMeasures: array<vec4f>;
@group(0) @binding(5) var<storage, read> lengths: array<i32>;
@group(0) @binding(6) var<storage, read> classWeights: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let n = linearIndex(id, groups);
  if (n >= dims.N) { return; }
  let start = n * dims.V;
  var best = 0u;
  var largest = logits[start];
  for (var v = 1u; v < dims.V; v++) {
    let logit = logits[start + v];
    if (logit > largest) {
      best = v;
      largest = logit;
    }
  }
  var sum = 0.0;
  for (var v = 0u; v < dims.V; v++) {
    let power = exp(logits[start + v] - largest);
    probabilities[start + v] = power;
    sum += power;
  }
  for (var v = 0u; v < dims.V; v++) { probabilities[start + v] /= sum; }
  if (isMasked(n / dims.B, n % dims.B) || targets[n] == dims.ignored) {
    rowMeasures[n] = vec4f(0.0);
    return;
  }
  // -log p[v] = whole - logits[n, v]
  let whole = log(sum) + largest;
  let s = dims.smoothing;
  var all = 0.0;
  if (s > 0.0) {
    for (var v = 0u; v < dims.V; v++) { all += classWeight(v) * (whole - logits[start + v]); }
  }
  let y = u32(targets[n]);
  let weight = classWeight(y);
  let weightedLoss = (1.0 - s) * weight * (whole - logits[start + y]) + s / f32(dims.V) * all;
  rowMeasures[n] = vec4f(weightedLoss, weight, select(0.0, 1.0, best == y), 1.0);
}
