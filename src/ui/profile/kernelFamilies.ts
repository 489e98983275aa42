import type { KernelMeasurement } from "../../session/protocol";

export interface FamilyChoice {
  readonly family: string;
  readonly used: KernelMeasurement | null;
  /** The fastest first; those with wrong values last. */
  readonly others: readonly KernelMeasurement[];
}

const time = ({ elapsedMs }: KernelMeasurement) => elapsedMs ?? Number.POSITIVE_INFINITY;

/** One entry a family, in the order of the measurements. */
export function familyChoices(kernels: readonly KernelMeasurement[]): readonly FamilyChoice[] {
  return [...new Set(kernels.map(({ family }) => family))].map((family) => {
    const own = kernels.filter((kernel) => kernel.family === family);
    return {
      family,
      used: own.find(({ chosen }) => chosen) ?? null,
      others: own.filter(({ chosen }) => !chosen).toSorted((a, b) => time(a) - time(b)),
    };
  });
}
