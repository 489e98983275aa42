// One time step back through the LSTM, one invocation per unit and batch row; equations in src/engine/ops/lstm.ts.
// #include lib/activations.wgsl
// #include lib/recurrent.wgsl
// #include lib/lengths.wgsl
// #include lib/stateMask.wgsl

@group(0) @binding(1) var<storage, read_write> dH: array<f32>;
@group(0) @binding(2) var<storage, read> gates: array<f32>;
@group(0) @binding(3) var<storage, read> state: array<f32>;
@group(0) @binding(4) var<storage, read> weightHh: array<f32>;
@group(0) @binding(5) var<storage, read_write> dPart: array<f32>;
@group(0) @binding(6) var<storage, read_write> dInitial: array<f32>;
@group(0) @binding(7) var<storage, read> lengths: array<i32>;
@group(0) @binding(8) var<storage, read> stateMask: array<f32>;

// What the next step carried back to h: `dInitial` holds d of a masked step, and the rest comes through its dPart.
fn carried(b: u32, j: u32) -> f32 {
  if (dims.next == dims.T) { return 0.0; }
  let H = dims.H;
  let d = (dims.next * dims.B + b) * 4u * H;
  var product = 0.0;
  for (var i = 0u; i < 4u * H; i++) { product += dPart[d + i] * weightHh[i * H + j]; }
  return dInitial[b * H + j] + product * maskOf(b, j);
}

fn storeParts(first: u32, i: f32, f: f32, g: f32, o: f32) {
  dPart[first] = i;
  dPart[first + dims.H] = f;
  dPart[first + 2u * dims.H] = g;
  dPart[first + 3u * dims.H] = o;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H = dims.H;
  let j = id.x;
  let b = id.y;
  if (j >= H || b >= dims.B) { return; }
  let place = b * H + j;
  let cPlace = (dims.B + b) * H + j;
  let carry = carried(b, j);
  if (dims.t == dims.T) {
    dInitial[place] = carry;
    return;
  }
  // What was carried back to c lies in the second half of `dInitial`, all of it.
  var s = 0.0;
  if (dims.next < dims.T) { s = dInitial[cPlace]; }
  let row = dims.t * dims.B + b;
  let at = row * 4u * H + j;
  let d = dH[row * H + j] + carry;
  dH[row * H + j] = d;
  if (isMasked(dims.t, b)) {
    storeParts(at, 0.0, 0.0, 0.0, 0.0);
    dInitial[place] = d;
    dInitial[cPlace] = s;
    return;
  }
  let i = gates[at];
  let f = gates[at + H];
  let g = gates[at + 2u * H];
  let o = gates[at + 3u * H];
  let cells = (dims.T + 1u) * dims.B * H;
  let squashed = tanhOf(state[cells + (dims.after * dims.B + b) * H + j]);
  let cBefore = state[cells + (dims.before * dims.B + b) * H + j];
  s += d * o * (1.0 - squashed * squashed);
  storeParts(
    at,
    s * g * i * (1.0 - i),
    s * cBefore * f * (1.0 - f),
    s * i * (1.0 - g * g),
    d * squashed * o * (1.0 - o),
  );
  dInitial[place] = 0.0;
  dInitial[cPlace] = s * f;
}
