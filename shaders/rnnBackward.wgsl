// One time step back through the simple recurrent network, one invocation per unit and batch row; equations in
// src/engine/ops/rnn.ts.
// #include lib/recurrent.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(1) var<storage, read_write> dH: array<f32>;
@group(0) @binding(2) var<storage, read> state: array<f32>;
@group(0) @binding(3) var<storage, read> weightHh: array<f32>;
@group(0) @binding(4) var<storage, read_write> dPart: array<f32>;
@group(0) @binding(5) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;
@group(0) @binding(7) var<storage, read> stateMask: array<f32>;

// What the next step carried back: `dInitial` holds g of a masked step, and the rest comes through its dPart.
fn carried(b: u32, j: u32) -> f32 {
  if (dims.next == dims.T) { return 0.0; }
  let H = dims.H;
  let d = (dims.next * dims.B + b) * H;
  var product = 0.0;
  for (var i = 0u; i < H; i++) { product += dPart[d + i] * weightHh[i * H + j]; }
  return dInitial[b * H + j] + product * maskOf(b, j);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let place = b * H + j;
  let carry = carried(b, j);
  if (dims.t == dims.T) {
    dInitial[place] = carry;
    return;
  }
  let at = (dims.t * dims.B + b) * H + j;
  let h = state[(dims.after * dims.B + b) * H + j];
  let g = dH[at] + carry;
  let masked = isMasked(dims.t, b);
  dPart[at] = select(g * (1.0 - h * h), 0.0, masked);
  dH[at] = g;
  dInitial[place] = select(0.0, g, masked);
}
