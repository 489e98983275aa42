// out[n, v] = 1 where tokens[n] = v, one invocation per element of out [N, V].
// #include lib/linear.wgsl

struct Dims { N: u32, V: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> tokens: array<i32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.N * dims.V) { return; }
  out[i] = select(0.0, 1.0, u32(tokens[i / dims.V]) == i % dims.V);
}
