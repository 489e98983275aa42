/** What the host asks of the module beside kernels. */
import { exponential, hyperbolicTangent, logOnePlus, sigmoid } from "./activations";
import { vectorBytes } from "./simd";

/** The first address that the module's own constants do not take. */
export function heapBase(): usize {
  return __heap_base;
}

/** values [4·vectors] = a function of them, for tests: 0 exponential, 1 sigmoid, 2 hyperbolicTangent, 3 logOnePlus. */
export function activate(which: i32, values: usize, vectors: i32): void {
  for (const end = values + <usize>vectors * vectorBytes; values < end; values += vectorBytes) {
    const x = v128.load(values);
    if (which === 0) v128.store(values, exponential(x));
    else if (which === 1) v128.store(values, sigmoid(x));
    else if (which === 2) v128.store(values, hyperbolicTangent(x));
    else v128.store(values, logOnePlus(x));
  }
}
