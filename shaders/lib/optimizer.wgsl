// What all optimizers share: their bindings and the gradient they begin with; equations in src/engine/ops/optimizers.ts.
// #include lib/hyper.wgsl
// #include lib/linear.wgsl

struct Dims { length: u32 }

@group(0) @binding(0) var<uniform> dims: Dims;
@group(0) @binding(1) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(2) var<storage, read> gradients: array<f32>;
@group(0) @binding(3) var<storage, read_write> firstMoment: array<f32>;
@group(0) @binding(4) var<storage, read_write> secondMoment: array<f32>;
@group(0) @binding(5) var<storage, read> hyper: array<f32>;
@group(0) @binding(6) var<storage, read> clip: array<f32>;

// There is a parameter i, and the run is healthy.
fn isUpdated(i: u32) -> bool {
  return i < dims.length && clip[2] == 1.0;
}

fn gradientOf(i: u32) -> f32 {
  let limit = hyper[clipValue];
  let byNorm = clip[1] * gradients[i];
  let clipped = select(byNorm, clamp(byNorm, -limit, limit), limit > 0.0);
  return clipped + hyper[weightDecay] * parameters[i];
}
