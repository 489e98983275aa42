// The gradient's norm, the factor that clips it, and whether the run is healthy; equations in src/engine/ops/clip.ts.
// #include lib/hyper.wgsl

struct Dims { parts: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read> partials: array<f32>;
@group(0) @binding(2) var<storage, read> metrics: array<f32>;
@group(0) @binding(3) var<storage, read> hyper: array<f32>;
@group(0) @binding(4) var<storage, read_write> clip: array<f32>;

// By the bits, because an implementation may assume that no value is infinite or NaN and drop a comparison.
fn isFinite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u;
}

@compute @workgroup_size(1)
fn main() {
  var sum = 0.0;
  for (var p = 0u; p < dims.parts; p++) { sum += partials[p]; }
  let norm = sqrt(sum);
  let limit = hyper[clipNorm];
  clip[0] = norm;
  clip[1] = select(1.0, min(1.0, limit / (norm + 1e-6)), limit > 0.0);
  clip[2] = select(0.0, 1.0, clip[2] == 1.0 && isFinite(sum) && isFinite(metrics[0]));
}
