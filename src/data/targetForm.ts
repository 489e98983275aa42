/**
 * In which form a network learns what is to be forecast, and how its answers become values again.
 *
 *     u = (g(y) − g(y_ref) − shift) / scale          y = g⁻¹(u · scale + shift + g(y_ref))
 *
 * g is nothing, or the logarithm; y_ref the last value that was read, or the one a season before what is forecast, or none at all.
 * Differences and seasonal differences after a logarithm are those of Box and Jenkins 1970, Time series analysis. Each forecast is
 * taken from what was read, so that undoing adds up no errors of earlier steps.
 */

export const targetForms = [
  "value",
  "change",
  "seasonalChange",
  "logarithm",
  "relativeChange",
  "seasonalRelativeChange",
] as const;
export type TargetForm = (typeof targetForms)[number];

interface FormParts {
  readonly reference: "none" | "last" | "season";
  readonly logarithm: boolean;
}

export const formParts: Readonly<Record<TargetForm, FormParts>> = {
  value: { reference: "none", logarithm: false },
  change: { reference: "last", logarithm: false },
  seasonalChange: { reference: "season", logarithm: false },
  logarithm: { reference: "none", logarithm: true },
  relativeChange: { reference: "last", logarithm: true },
  seasonalRelativeChange: { reference: "season", logarithm: true },
};

/** g(y) = ln(max(y + offset, least)). */
export interface LogarithmLink {
  readonly offset: number;
  /** Above 0, and below every y + offset of what trains. */
  readonly least: number;
}

export interface Limits {
  readonly least: number | null;
  readonly most: number | null;
  /** Of counts: a whole number, the nearest one. */
  readonly isWhole?: boolean;
}

/** Of one column that is forecast. */
export interface ColumnForm {
  readonly form: TargetForm;
  /** Rows of a season; 1 where none is needed. */
  readonly season: number;
  /** Null: g(y) = y. */
  readonly link: LogarithmLink | null;
  readonly scale: number;
  /** Of each number of rows ahead, the next row first. */
  readonly shifts: readonly number[];
  /** What an answer can be; beyond it is the limit itself. */
  readonly limits: Limits;
}

/** Of all K columns. */
export interface TargetTransform {
  readonly columns: readonly ColumnForm[];
}

/** How many rows there must be before the first one that is forecast, besides those of a window. */
export function leadOf({ form, season }: Pick<ColumnForm, "form" | "season">): number {
  const { reference } = formParts[form];
  return reference === "none" ? 0 : reference === "last" ? 1 : season;
}

/** The same of several columns, of which that one counts that needs the most. */
export const longestLead = (transform: TargetTransform | undefined): number =>
  Math.max(0, ...(transform?.columns ?? []).map(leadOf));

/** The row that a forecast is relative to: it has been read, or could have been; null where there is none. */
export function referenceRow(
  { form, season }: Pick<ColumnForm, "form" | "season">,
  lastRow: number,
  ahead: number,
): number | null {
  const { reference } = formParts[form];
  if (reference === "none") return null;
  return reference === "last" ? lastRow : lastRow + ahead - season * Math.ceil(ahead / season);
}

export const linked = (link: LogarithmLink | null, y: number): number =>
  link ? Math.log(Math.max(y + link.offset, link.least)) : y;

export const unlinked = (link: LogarithmLink | null, value: number): number =>
  link ? Math.exp(value) - link.offset : value;

/** What the network is to answer where y comes. @param reference the value of `referenceRow`; null where there is none */
export function answerOf(
  { link, scale, shifts }: ColumnForm,
  ahead: number,
  y: number,
  reference: number | null,
): number {
  const from = reference === null ? 0 : linked(link, reference);
  return (linked(link, y) - from - shifts[ahead - 1]) / scale;
}

/** What is forecast by this answer, in the units of the file. */
export function valueOfAnswer(
  { link, scale, shifts, limits }: ColumnForm,
  ahead: number,
  answer: number,
  reference: number | null,
): number {
  const from = reference === null ? 0 : linked(link, reference);
  const exact = unlinked(link, answer * scale + shifts[ahead - 1] + from);
  const value = limits.isWhole ? Math.round(exact) : exact;
  return Math.min(
    limits.most ?? Number.POSITIVE_INFINITY,
    Math.max(limits.least ?? Number.NEGATIVE_INFINITY, value),
  );
}
