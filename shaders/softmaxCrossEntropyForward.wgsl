// Softmax, loss and correctness of every row of logits [N, V], one invocation per row.

struct Dims { N: u32, V: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> logits: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<i32>;
@group(0) @binding(3) var<storage, read_write> probabilities: array<f32>;
@group(0) @binding(4) var<storage, read_write> rowLoss: array<f32>;
@group(0) @binding(5) var<storage, read_write> rowCorrect: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let n = id.x;
  if (n >= dims.N) { return; }
  let start = n * dims.V;
  var best = 0u;
  var largest = logits[start];
  for (var v = 1u; v < dims.V; v++) {
    let logit = logits[start + v];
    if (logit > largest) {
      best = v;
      largest = logit;
    }
  }
  var sum = 0.0;
  for (var v = 0u; v < dims.V; v++) {
    let weight = exp(logits[start + v] - largest);
    probabilities[start + v] = weight;
    sum += weight;
  }
  for (var v = 0u; v < dims.V; v++) { probabilities[start + v] /= sum; }
  let goal = u32(targets[n]);
  rowLoss[n] = log(sum) + largest - logits[start + goal];
  rowCorrect[n] = select(0.0, 1.0, best == goal);
}
