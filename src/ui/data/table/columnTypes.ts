/** The types of columns as the user chooses among them. */
import { type ColumnPreview, type ColumnType, everyDateOrder } from "../../../data/table/tableTypes";
import type { AllWords } from "../../../words/catalogue";
import type { SelectOption } from "../../controls/SelectField";

/** In the order in which they are offered. */
const kinds = ["number", "category", "id", "text"] as const;

export interface TypeOption extends SelectOption<string> {
  readonly type: ColumnType;
}

export function typeOptionsIn({ tableDialog: { types } }: AllWords): readonly TypeOption[] {
  const option = (key: keyof typeof types, type: ColumnType): TypeOption => ({
    value: key,
    label: types[key].name,
    about: types[key].about,
    type,
  });
  return [
    ...kinds.map((kind) => option(kind, { kind })),
    ...everyDateOrder.map((order) => option(order, { kind: "date", order })),
  ];
}

export const typeKey = (type: ColumnType): string => (type.kind === "date" ? type.order : type.kind);

/** "−3 to 26.3", "3 values", "a, b". */
export function contentInWords(
  { tableDialog }: AllWords,
  { type, min, max, distinct, distinctAtLeast, examples }: ColumnPreview,
): string {
  if (min !== null && max !== null)
    return min === max ? tableDialog.alwaysSame({ value: min }) : tableDialog.range({ min, max });
  if (type.kind === "category" && !distinctAtLeast && distinct <= examples.length && distinct > 0)
    return tableDialog.examples({ values: examples });
  return tableDialog.distinct({ count: distinct, orMore: distinctAtLeast });
}
