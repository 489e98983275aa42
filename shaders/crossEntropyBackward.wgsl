// The gradient of the mean cross-entropy, one invocation per element of dLogits [N, V]; equations in
// src/engine/ops/crossEntropy.ts.
// #include lib/linear.wgsl
// #include lib/lengths.wgsl
// #include lib/classWeights.wgsl

struct Dims { N: u32, B: u32, V: u32, smoothing: f32, hasLengths: u32, hasClassWeights: u32, ignored: i32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> probabilities: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<i32>;
@group(0) @binding(3) var<storage, read> metrics: array<f32>;
@group(0) @binding(4) var<storage, read_write> dLogits: array<f32>;
@group(0) @binding(5) var<storage, read> lengths: array<i32>;
@group(0) @binding(6) var<storage, read> classWeights: array<f32>;

// Not compiled where it is not needed: a software adapter pays for every workgroup that may have to wait.
// #if sumsWeights
var<workgroup> partial: array<f32, 64>;

// The sum of all classes' weights, to which each lane of the workgroup contributes.
fn allWeights(lane: u32) -> f32 {
  var share = 0.0;
  for (var v = lane; v < dims.V; v += 64u) { share += classWeights[v]; }
  partial[lane] = share;
  workgroupBarrier();
  var sum = 0.0;
  for (var i = 0u; i < 64u; i++) { sum += partial[i]; }
  return sum;
}
// #end

@compute @workgroup_size(64)
fn main(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(local_invocation_index) lane: u32,
  @builtin(num_workgroups) groups: vec3u,
) {
  let s = dims.smoothing;
  // #if sumsWeights
  let all = allWeights(lane);
  // #else
  let all = f32(dims.V);
  // #end
  let i = linearIndex(id, groups);
  if (i >= dims.N * dims.V) { return; }
  let n = i / dims.V;
  let v = i % dims.V;
  if (isMasked(n / dims.B, n % dims.B) || targets[n] == dims.ignored) {
    dLogits[i] = 0.0;
    return;
  }
  let y = u32(targets[n]);
  let p = probabilities[i];
  let toTarget = (1.0 - s) * classWeight(y) * (p - select(0.0, 1.0, v == y));
  let toAll = s / f32(dims.V) * (all * p - classWeight(v));
  dLogits[i] = metrics[2] * (toTarget + toAll);
}
