// out[n] = sum over m of x[m, n]: a workgroup takes 8 vectors of four columns, each of ${lanes} lanes some of the rows.
// #bindings

struct Dims { M: u32, N: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;

var<workgroup> partial: array<array<vec4f, 8>, ${lanes}>;

@compute @workgroup_size(8, ${lanes})
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let n = id.x * 4u;
  var sum = vec4f(0.0);
  if (n < dims.N) {
    for (var i = local.y * dims.N + n; i < dims.M * dims.N; i += ${lanes}u * dims.N) { sum += x4(i); }
  }
  partial[local.y][local.x] = sum;
  workgroupBarrier();
  if (local.y == 0u && n < dims.N) {
    var total = vec4f(0.0);
    for (var i = 0u; i < ${lanes}u; i++) { total += partial[i][local.x]; }
    setOut4(n, dims.N - n, total);
  }
}
