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
  const x = new Float64Array(count + 1);
  const slope = new Float64Array(count + 1);
  x[0] = history;
  /** x at step `i`, and in the middle between it and the next. */
  const at = (i: number) => (i <= 0 ? history : x[i]);
  const middle = (i: number) =>
    i < 0 ? history : (x[i] + x[i + 1]) / 2 + (dt / 8) * (slope[i] - slope[i + 1]);
  for (let i = 0; i < count; i++) {
    const before = produced(at(i - lag));
    const between = produced(middle(i - lag));
    const after = produced(at(i + 1 - lag));
    const k1 = before - decay * x[i];
    const k2 = between - decay * (x[i] + (dt / 2) * k1);
    const k3 = between - decay * (x[i] + (dt / 2) * k2);
    const k4 = after - decay * (x[i] + dt * k3);
    slope[i] = k1;
    x[i + 1] = x[i] + (dt / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
    slope[i + 1] = after - decay * x[i + 1];
  }
  return Float64Array.from({ length: duration + 1 }, (_, t) => x[t * stepsPerUnit]);
}

function produced(delayed: number): number {
  const square = delayed * delayed;
  const eighth = square * square * square * square;
  return (production * delayed) / (1 + eighth * square);
}
