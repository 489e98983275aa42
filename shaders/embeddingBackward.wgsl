// dWeight[v] = sum over n with tokens[n] = v of dOut[n].
// One invocation per token id and four columns; it adds in the order of n, so the sum is deterministic without atomics.

struct Dims { N: u32, V: u32, E: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> dOut: array<f32>;
@group(0) @binding(2) var<storage, read> tokens: array<i32>;
@group(0) @binding(3) var<storage, read_write> dWeight: array<f32>;

@compute @workgroup_size(16, 4)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let E = dims.E;
  let first = id.x * 4u;
  if (first >= E || id.y >= dims.V) { return; }
  // Columns beyond the last read the last one again, and are not stored.
  let columns = min(vec4u(first, first + 1u, first + 2u, first + 3u), vec4u(E - 1u));
  var sum = vec4f(0.0);
  for (var n = 0u; n < dims.N; n++) {
    if (u32(tokens[n]) == id.y) {
      let i = vec4u(n * E) + columns;
      sum += vec4f(dOut[i.x], dOut[i.y], dOut[i.z], dOut[i.w]);
    }
  }
  for (var j = 0u; j < 4u; j++) {
    if (first + j < E) { dWeight[id.y * E + first + j] = sum[j]; }
  }
}
