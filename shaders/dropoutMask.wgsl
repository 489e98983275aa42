// Draws a mask of inverted dropout by hashing, one invocation per element; equation and source in
// src/engine/ops/dropoutMask.ts, whose zeros are exactly these.
// #include lib/linear.wgsl

struct Dims { length: u32, threshold: u32, salt: u32, scale: f32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> seed: array<i32>;
@group(0) @binding(2) var<storage, read_write> mask: array<f32>;

fn hash(value: u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.length) { return; }
  let key = hash(bitcast<u32>(seed[0]) + hash(dims.salt));
  let drawn = select(dims.scale, 0.0, hash(i + key) < dims.threshold);
  mask[i] = select(drawn, 1.0, seed[1] == 0);
}
