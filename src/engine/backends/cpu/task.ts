/** See `kernels/index.ts`. */
export type Kernel = (job: number, from: number, to: number, step: number, stepEnd: number) => void;

/** A call of a kernel; see `kernels/index.ts`. */
export interface Task {
  readonly kernel: Kernel;
  /** The kernel's place among the module's exports. */
  readonly index: number;
  readonly job: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly stepEnd: number;
  /** Threads take multiples of so many parts. */
  readonly grain: number;
  readonly cost: number;
}
