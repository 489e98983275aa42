/** The families of kernels that come in variants, because adapters differ; a calibration picks. */
import type { Dims, Op } from "../../ops/op";
import { type ColumnSumsVariant, columnSums } from "./columnSums";
import type { Kernel, KernelRequest } from "./kernel";
import { type MatmulVariant, matmul } from "./matmul";
import { type ScanVariant, scan } from "./recurrence";

/** What matters most first: a slow adapter is calibrated for as many as there is time for. */
export const families = [
  "recurrence",
  "matmulTN",
  "matmulNT",
  "matmulNN",
  "columnSums",
  "wideRecurrence",
] as const;
export type Family = (typeof families)[number];

/** The name of a variant for each family; where one is missing or unknown, the default runs. */
export type VariantChoice = Readonly<Record<string, string>>;

/**
 * Of each table, the first that a device can run is its default. Large tiles save loads, which a software adapter gathers one by
 * one, and there invocations that load for one another save more; small tiles give a large GPU more invocations.
 */
const scans: Readonly<Record<string, ScanVariant>> = {
  "fused 16×8 in quads": { isFused: true, rows: 16, quads: 2, lanes: 32, inQuads: true },
  "fused 8×8": { isFused: true, rows: 8, quads: 2, lanes: 32 },
  "fused 8×8 in quads": { isFused: true, rows: 8, quads: 2, lanes: 32, inQuads: true },
  "fused 2×4": { isFused: true, rows: 2, quads: 1, lanes: 128 },
  "per step 8×8": { isFused: false, rows: 8, quads: 2, lanes: 32 },
  "per step 2×4": { isFused: false, rows: 2, quads: 1, lanes: 128 },
};

const products: Readonly<Record<string, MatmulVariant>> = {
  "16×8 in quads": { rows: 16, quads: 2, lanesX: 8, lanesY: 1, split: 1, inQuads: true },
  "8×8": { rows: 8, quads: 2, lanesX: 4, lanesY: 4, split: 1 },
  "4×4": { rows: 4, quads: 1, lanesX: 8, lanesY: 8, split: 1 },
  "4×4 of 64×64, staged": { rows: 4, quads: 1, lanesX: 16, lanesY: 16, split: 1, isStaged: true },
  "4×4, k in 8 shares": { rows: 4, quads: 1, lanesX: 4, lanesY: 4, split: 8 },
};

const sums: Readonly<Record<string, ColumnSumsVariant>> = {
  "4 lanes": { lanes: 4 },
  "32 lanes": { lanes: 32 },
};

/** Where a time step is work enough for a whole device, a dispatch of its own may be better. */
const wideFrom = 256;

export function familyOf(op: Op, { H }: Dims): Family | null {
  if (op.recurrence) return H < wideFrom ? "recurrence" : "wideRecurrence";
  return families.find((family) => family === op.name) ?? null;
}

/** What a device offers beyond what every device does. */
export interface DeviceAbilities {
  /** Subgroups so narrow that sharing among four invocations is most of what they can share: a software adapter's. */
  readonly hasQuads: boolean;
}

/** The names of the variants that a device can run, its default first. */
export function variantsOf(family: Family, { hasQuads }: DeviceAbilities): string[] {
  const variants: readonly (readonly [string, object])[] = Object.entries(tables[family]);
  return variants.filter(([, variant]) => hasQuads || !("inQuads" in variant)).map(([name]) => name);
}

const tables = {
  recurrence: scans,
  wideRecurrence: scans,
  matmulNN: products,
  matmulNT: products,
  matmulTN: products,
  columnSums: sums,
};

/** The kernel of an op that has variants, else null. */
export function variantKernel(
  op: Op,
  request: KernelRequest,
  choice: VariantChoice,
  abilities: DeviceAbilities,
): Kernel | null {
  const family = familyOf(op, request.dims);
  if (!family) return null;
  const names = variantsOf(family, abilities);
  const name = names.find((known) => known === choice[family]) ?? names[0];
  switch (family) {
    case "recurrence":
    case "wideRecurrence":
      return scan(op, request, scans[name]);
    case "columnSums":
      return columnSums(request, sums[name]);
    default:
      return matmul(op, request, products[name]);
  }
}
