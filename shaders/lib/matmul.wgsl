// What all kernels of a product C = A·B + bias [N] share; a, b, c and bias are the slots of src/engine/ops/matmul.ts.
// #include lib/productShape.wgsl

// `a` and `b`: where these begin. `firstGroup`: the rows of workgroups before this dispatch's.
struct Dims { M: u32, N: u32, K: u32, a: u32, b: u32, hasBias: u32, firstGroup: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;

fn productOf(batch: u32) -> Product {
  let a = dims.a + batch * dims.M * dims.K;
  let b = dims.b + batch * dims.K * dims.N;
  return Product(a, ${aStride}, b, ${bStride}, 0u, 0u, dims.K, dims.N);
}

fn store(batch: u32, m: u32, n: u32, sum: vec4f) {
  if (m >= dims.M || n >= dims.N) { return; }
  var value = sum;
  if (dims.hasBias == 1u) { value += bias4(n); }
  setC4((batch * dims.M + m) * dims.N + n, dims.N - n, value);
}
