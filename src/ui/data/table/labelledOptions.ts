/** The options of a field whose words are a table by their values. */
import type { SelectOption } from "../../controls/SelectField";

export const labelledOptions = <T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): readonly SelectOption<T>[] => values.map((value) => ({ value, label: labels[value] }));
