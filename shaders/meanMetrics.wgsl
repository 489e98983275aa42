// The metrics of a step from the measures of its rows, in one workgroup and a fixed order; equations in
// src/engine/ops/meanMetrics.ts.

struct Dims { N: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
// Of each row: weight · loss, the weight, whether it was right, whether it counts.
@group(0) @binding(1) var<storage, read> rowMeasures: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> metrics: array<f32>;

var<workgroup> partial: array<vec4f, 64>;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) lane: u32) {
  var sum = vec4f(0.0);
  for (var n = lane; n < dims.N; n += 64u) { sum += rowMeasures[n]; }
  partial[lane] = sum;
  workgroupBarrier();
  if (lane == 0u) {
    var total = vec4f(0.0);
    for (var i = 0u; i < 64u; i++) { total += partial[i]; }
    // No row counts.
    if (total.w == 0.0) {
      for (var k = 0u; k < 3u; k++) { metrics[k] = 0.0; }
      return;
    }
    metrics[0] = total.x / total.y;
    metrics[1] = total.z / total.w;
    metrics[2] = 1.0 / total.y;
  }
}
