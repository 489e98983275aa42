// One time step back through the GRU (reset after) for H divisible by 4, without a stateMask: 4 units of 4 batch rows per
// invocation. Equations in src/engine/ops/gru.ts; the carry is that of gruBackward.wgsl.
// #include lib/recurrent.wgsl

@group(0) @binding(1) var<storage, read_write> dH: array<vec4f>;
@group(0) @binding(2) var<storage, read> gates: array<vec4f>;
@group(0) @binding(3) var<storage, read> state: array<vec4f>;
@group(0) @binding(4) var<storage, read> weightHh: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> dInputPart: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> dHiddenPart: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> dInitial: array<vec4f>;

fn addProduct(sum: vec4f, x: vec4f, w0: vec4f, w1: vec4f, w2: vec4f, w3: vec4f) -> vec4f {
  return sum + x.x * w0 + x.y * w1 + x.z * w2 + x.w * w3;
}

fn finish(b: u32, u: u32, carry: vec4f) {
  let H4 = dims.H / 4u;
  if (dims.t == dims.T) {
    dInitial[b * H4 + u] = carry;
    return;
  }
  let row = dims.t * dims.B + b;
  let at = row * 4u * H4 + u;
  let r = gates[at];
  let z = gates[at + H4];
  let n = gates[at + 2u * H4];
  let g = dH[row * H4 + u] + carry;
  let dn = g * (1.0 - z) * (1.0 - n * n);
  let before = state[(dims.before * dims.B + b) * H4 + u];
  let dz = g * (before - n) * z * (1.0 - z);
  let dr = dn * gates[at + 3u * H4] * r * (1.0 - r);
  let d = row * 3u * H4 + u;
  dInputPart[d] = dr;
  dInputPart[d + H4] = dz;
  dInputPart[d + 2u * H4] = dn;
  dHiddenPart[d] = dr;
  dHiddenPart[d + H4] = dz;
  dHiddenPart[d + 2u * H4] = dn * r;
  dH[row * H4 + u] = g;
  dInitial[b * H4 + u] = g * z;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let H4 = dims.H / 4u;
  let u = id.x;
  let first = id.y * 4u;
  if (u >= H4 || first >= dims.B) { return; }
  let b = min(first + vec4u(0u, 1u, 2u, 3u), vec4u(dims.B - 1u));
  var c0 = vec4f(0.0);
  var c1 = c0;
  var c2 = c0;
  var c3 = c0;
  if (dims.next < dims.T) {
    let place = b * H4 + u;
    c0 = dInitial[place.x];
    c1 = dInitial[place.y];
    c2 = dInitial[place.z];
    c3 = dInitial[place.w];
    let next = (dims.next * dims.B + b) * 3u * H4;
    var w = u;
    for (var i = 0u; i < 3u * H4; i++) {
      let w0 = weightHh[w];
      let w1 = weightHh[w + H4];
      let w2 = weightHh[w + 2u * H4];
      let w3 = weightHh[w + 3u * H4];
      c0 = addProduct(c0, dHiddenPart[next.x + i], w0, w1, w2, w3);
      c1 = addProduct(c1, dHiddenPart[next.y + i], w0, w1, w2, w3);
      c2 = addProduct(c2, dHiddenPart[next.z + i], w0, w1, w2, w3);
      c3 = addProduct(c3, dHiddenPart[next.w + i], w0, w1, w2, w3);
      w += 4u * H4;
    }
  }
  finish(first, u, c0);
  if (first + 1u < dims.B) { finish(first + 1u, u, c1); }
  if (first + 2u < dims.B) { finish(first + 2u, u, c2); }
  if (first + 3u < dims.B) { finish(first + 3u, u, c3); }
}
