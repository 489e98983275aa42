// partials[p] = sum over i of gradients[p + i·parts]², one invocation per part.

struct Dims { length: u32, parts: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> gradients: array<f32>;
@group(0) @binding(2) var<storage, read_write> partials: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= dims.parts) { return; }
  var sum = 0.0;
  for (var i = id.x; i < dims.length; i += dims.parts) { sum += gradients[i] * gradients[i]; }
  partials[id.x] = sum;
}
