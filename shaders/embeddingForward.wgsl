// out[n] = weight[tokens[n]], one invocation per element of out [N, E].
// #include lib/linear.wgsl

struct Dims { N: u32, V: u32, E: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> weight: array<f32>;
@group(0) @binding(2) var<storage, read> tokens: array<i32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.N * dims.E) { return; }
  out[i] = weight[u32(tokens[i / dims.E]) * dims.E + i % dims.E];
}
