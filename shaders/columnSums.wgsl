// out[n] = sum over m of x[m, n]: a workgroup takes 16 columns, each of its 16 lanes every 16th row.

struct Dims { M: u32, N: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

var<workgroup> partial: array<array<f32, 16>, 16>;

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let n = id.x;
  var sum = 0.0;
  if (n < dims.N) {
    for (var m = local.y; m < dims.M; m += 16u) { sum += x[m * dims.N + n]; }
  }
  partial[local.y][local.x] = sum;
  workgroupBarrier();
  if (local.y == 0u && n < dims.N) {
    var total = 0.0;
    for (var i = 0u; i < 16u; i++) { total += partial[i][local.x]; }
    out[n] = total;
  }
}
