// metrics = [mean(rowLoss), mean(rowCorrect)], in one workgroup and a fixed order.

struct Dims { N: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> rowLoss: array<f32>;
@group(0) @binding(2) var<storage, read> rowCorrect: array<f32>;
@group(0) @binding(3) var<storage, read_write> metrics: array<f32>;

var<workgroup> partial: array<vec2f, 64>;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_id) local: vec3u) {
  var sum = vec2f(0.0);
  for (var n = local.x; n < dims.N; n += 64u) { sum += vec2f(rowLoss[n], rowCorrect[n]); }
  partial[local.x] = sum;
  workgroupBarrier();
  if (local.x == 0u) {
    var total = vec2f(0.0);
    for (var i = 0u; i < 64u; i++) { total += partial[i]; }
    metrics[0] = total.x / f32(dims.N);
    metrics[1] = total.y / f32(dims.N);
  }
}
