// Copies a block of a matrix to a place in another, one invocation per element; equation in src/engine/ops/copyBlock.ts.
// #include lib/linear.wgsl

struct Dims { rows: u32, columns: u32, xStart: u32, xStride: u32, outStart: u32, outStride: u32, hasClip: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;
@group(0) @binding(3) var<storage, read> clip: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.rows * dims.columns) { return; }
  if (dims.hasClip == 1u && clip[2] != 1.0) { return; }
  let m = i / dims.columns;
  let n = i % dims.columns;
  out[dims.outStart + m * dims.outStride + n] = x[dims.xStart + m * dims.xStride + n];
}
