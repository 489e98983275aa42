// One time step of the GRU (reset after) for H divisible by 4, without a stateMask or edits; equations in
// src/engine/ops/gru.ts. One invocation computes 4 units of 2 batch rows: fourteen vector loads give twenty-four dot
// products.
// #include lib/activations.wgsl
// #include lib/recurrent.wgsl
// #include lib/lengths.wgsl

@group(0) @binding(1) var<storage, read> inputPart: array<vec4f>;
@group(0) @binding(2) var<storage, read> weightHh: array<vec4f>;
@group(0) @binding(3) var<storage, read> biasHh: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> state: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> gates: array<vec4f>;
@group(0) @binding(6) var<storage, read> lengths: array<i32>;

fn finish(b: u32, u: u32, pr: vec4f, pz: vec4f, sumQ: vec4f) {
  let H4 = dims.H / 4u;
  let row = dims.t * dims.B + b;
  let a = row * 3u * H4 + u;
  let before = state[(dims.before * dims.B + b) * H4 + u];
  var q = sumQ;
  var r = sigmoid4(inputPart[a] + pr);
  var z = sigmoid4(inputPart[a + H4] + pz);
  var n = tanh4(inputPart[a + 2u * H4] + r * q);
  var h = (1.0 - z) * n + z * before;
  if (isMasked(dims.t, b)) {
    q = vec4f(0.0);
    r = vec4f(0.0);
    z = vec4f(1.0);
    n = vec4f(0.0);
    h = before;
  }
  let g = row * 4u * H4 + u;
  gates[g] = r;
  gates[g + H4] = z;
  gates[g + 2u * H4] = n;
  gates[g + 3u * H4] = q;
  state[(dims.after * dims.B + b) * H4 + u] = h;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H4 = dims.H / 4u;
  let u = id.x;
  let b0 = id.y * 2u;
  if (u >= H4 || b0 >= dims.B) { return; }
  let b1 = min(b0 + 1u, dims.B - 1u);
  let before0 = (dims.before * dims.B + b0) * H4;
  let before1 = (dims.before * dims.B + b1) * H4;
  var r0 = biasHh[u];
  var z0 = biasHh[H4 + u];
  var q0 = biasHh[2u * H4 + u];
  var r1 = r0;
  var z1 = z0;
  var q1 = q0;
  // Rows 4u … 4u + 3 of each gate's weights.
  let wr = 4u * u * H4;
  let wz = wr + dims.H * H4;
  let wq = wz + dims.H * H4;
  for (var k = 0u; k < H4; k++) {
    let x = state[before0 + k];
    let y = state[before1 + k];
    let a0 = weightHh[wr + k];
    let a1 = weightHh[wr + H4 + k];
    let a2 = weightHh[wr + 2u * H4 + k];
    let a3 = weightHh[wr + 3u * H4 + k];
    r0 += vec4f(dot(a0, x), dot(a1, x), dot(a2, x), dot(a3, x));
    r1 += vec4f(dot(a0, y), dot(a1, y), dot(a2, y), dot(a3, y));
    let d0 = weightHh[wz + k];
    let d1 = weightHh[wz + H4 + k];
    let d2 = weightHh[wz + 2u * H4 + k];
    let d3 = weightHh[wz + 3u * H4 + k];
    z0 += vec4f(dot(d0, x), dot(d1, x), dot(d2, x), dot(d3, x));
    z1 += vec4f(dot(d0, y), dot(d1, y), dot(d2, y), dot(d3, y));
    let c0 = weightHh[wq + k];
    let c1 = weightHh[wq + H4 + k];
    let c2 = weightHh[wq + 2u * H4 + k];
    let c3 = weightHh[wq + 3u * H4 + k];
    q0 += vec4f(dot(c0, x), dot(c1, x), dot(c2, x), dot(c3, x));
    q1 += vec4f(dot(c0, y), dot(c1, y), dot(c2, y), dot(c3, y));
  }
  finish(b0, u, r0, z0, q0);
  if (b0 + 1u < dims.B) { finish(b1, u, r1, z1, q1); }
}
