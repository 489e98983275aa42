/** What the benchmark consists of, and its results as lines of text. */
import type { Backend } from "../backends/backend";
import { openJob } from "./jobs";
import type { Contender, NoTiming, Timing } from "./rounds";
import { type Work, type WorkShape, works } from "./work";

export interface Piece {
  readonly work: Work;
  readonly shape: WorkShape;
}

const common = { B: 32, I: 64, O: 64, at: "every" } as const;
const hiddenSizes = [16, 32, 64, 128, 256];
const lengths = [16, 64, 256];

/** Training and inference over sizes and lengths, the article's own model (GRU(128), last step), and generation. */
export const allPieces: readonly Piece[] = [
  ...[
    ...hiddenSizes.flatMap((H) => lengths.map((T) => ({ ...common, H, T }))),
    { ...common, H: 128, T: 64, at: "last" as const },
  ].flatMap((shape) => [
    { work: "train" as const, shape },
    { work: "infer" as const, shape },
  ]),
  ...hiddenSizes.map((H) => ({ work: "generate" as const, shape: { ...common, B: 1, H, T: 64 } })),
];

/** A minute's worth of them, with half a second for each engine. */
export const shortRounds = { budgetMs: 500, mostRuns: 15 };
export const shortPieces: readonly Piece[] = allPieces.filter(
  ({ shape: { T, H } }) => T === 64 && [16, 64, 128].includes(H),
);

/**
 * Some of them.
 *
 * @param only conditions like "H=128,T=64", or ""
 * @throws RangeError at a size or a kind of work that there is none of
 */
export function pieces({ only, work }: { readonly only: string; readonly work: string | null }): Piece[] {
  const conditions = only.split(",").flatMap((condition) => (condition ? [conditionOf(condition)] : []));
  if (work !== null && !works.some((known) => known === work))
    throw new RangeError(`There is no work "${work}": it is ${works.join(", ")}.`);
  return allPieces.filter(
    (piece) =>
      (work === null || piece.work === work) && conditions.every((holds) => holds(sizesOf(piece.shape))),
  );
}

/** This engine's backends, each with a name, as contenders in a piece. */
export const contendersIn = (
  { work, shape }: Piece,
  backends: ReadonlyMap<string, Backend>,
): readonly Contender[] =>
  [...backends].map(([name, backend]) => ({ name, open: () => openJob(backend, work, shape) }));

const sizesOf = (shape: WorkShape): ReadonlyMap<string, string> =>
  new Map(Object.entries(shape).map(([name, value]) => [name, String(value)]));

function conditionOf(text: string): (sizes: ReadonlyMap<string, string>) => boolean {
  const [name, value] = text.split("=");
  if (!(name in allPieces[0].shape) || value === undefined)
    throw new RangeError(`"${text}" is no condition: write one like H=128.`);
  return (sizes) => sizes.get(name) === value;
}

export const inMs = (ms: number): string => ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0);

/** A piece's times, each as a multiple of the first one's. */
export function inWords({ work, shape }: Piece, timings: readonly (Timing | NoTiming)[]): string {
  const sizes = [...sizesOf(shape)].map(([name, value]) => `${name}=${value}`);
  const first = timings.find((one): one is Timing => "medianMs" in one);
  const lines = timings.map((one) => {
    const name = `  ${one.name.padEnd(14)}`;
    if ("problem" in one) return `${name} ${one.problem}`;
    const ratio = first ? `${(one.medianMs / first.medianMs).toFixed(2)} ×` : "";
    const spread = `(${inMs(one.minMs)} to ${inMs(one.maxMs)}, ${one.runs} ${one.runs === 1 ? "run" : "runs"})`;
    return `${name} ${inMs(one.medianMs).padStart(8)} ms ${ratio.padStart(10)}  ${spread}`;
  });
  return [`\n${work} ${sizes.join(" ")}`, ...lines].join("\n");
}
