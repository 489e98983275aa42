// Gathers windows of a corpus, one invocation per token; equation in src/engine/ops/gatherWindows.ts.
// #include lib/linear.wgsl

struct Dims { T: u32, B: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> corpus: array<i32>;
@group(0) @binding(2) var<storage, read> starts: array<i32>;
@group(0) @binding(3) var<storage, read_write> tokens: array<i32>;
@group(0) @binding(4) var<storage, read_write> targets: array<i32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = linearIndex(id, groups);
  if (i >= dims.T * dims.B) { return; }
  let at = u32(starts[i % dims.B]) + i / dims.B;
  tokens[i] = corpus[at];
  targets[i] = corpus[at + 1u];
}
