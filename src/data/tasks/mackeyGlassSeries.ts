/** Of the article, with which everybody computes: the series is chaotic from a delay of about 16.8 on. */
const production = 0.2;
const decay = 0.1;
/** Steps of the integration in a unit of time: with two the error of a step is below 1e-6. */
const defaultStepsPerUnit = 2;

export interface MackeyGlassOptions {
  /** τ, a whole number of units of time. */
  readonly delay: number;
  /** x before time 0. */
  readonly history: number;
  /** Units of time to compute. */
  readonly duration: number;
  readonly stepsPerUnit?: number;
}

/**
 * x at times 0, 1, …, `duration` by dx/dt = 0.2 x(t − τ) / (1 + x(t − τ)¹⁰) − 0.1 x(t), from a constant history (Mackey and
 * Glass 1977). Fourth order: Runge and Kutta's method, with x(t − τ) between two steps by Hermite's cubic. The corners that
 * a constant history leaves at multiples of τ fall on steps, and cost no accuracy.
 */
export function mackeyGlassSeries(options: MackeyGlassOptions): Float64Array<ArrayBuffer> {
  const { delay, history, duration, stepsPerUnit = defaultStepsPerUnit } = options;
  const dt = 1 / stepsPerUnit;
  const lag = delay * stepsPerUnit;
  const count = duration * stepsPerUnit;
  // Step i is at i + lag, behind the history; `middle[i]` is half a step after x[i].
  const x = new Float64Array(lag + count + 1).fill(history);
  const middle = new Float64Array(lag + count).fill(history);
  let before = produced(history);
  for (let i = 0; i < count; i++) {
    const now = x[lag + i];
    const between = produced(middle[i]);
    const after = produced(x[i + 1]);
    const k1 = before - decay * now;
    const k2 = between - decay * (now + (dt / 2) * k1);
    const k3 = between - decay * (now + (dt / 2) * k2);
    const k4 = after - decay * (now + dt * k3);
    const next = now + (dt / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
    middle[lag + i] = (now + next) / 2 + (dt / 8) * (k1 - (after - decay * next));
    x[lag + i + 1] = next;
    before = after;
  }
  return Float64Array.from({ length: duration + 1 }, (_, t) => x[lag + t * stepsPerUnit]);
}

function produced(delayed: number): number {
  const square = delayed * delayed;
  const eighth = square * square * square * square;
  return (production * delayed) / (1 + eighth * square);
}
