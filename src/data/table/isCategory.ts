import type { ColumnPreview } from "./tableTypes";

/** More words are no feature by themselves. */
const mostFeatureWords = 50;

/** Words that repeat, few enough to be read as a feature each, also where a column is called an id: the department of an item, say. */
export function isCategory({ type, distinct, distinctAtLeast }: ColumnPreview, rowCount: number): boolean {
  if (distinctAtLeast || distinct > mostFeatureWords) return false;
  return type.kind === "category" || (type.kind === "id" && distinct <= rowCount / 2);
}
