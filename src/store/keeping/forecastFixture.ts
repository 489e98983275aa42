/** A forecast of two shops, for tests: each scaled by itself, changes of one column and values of another, with the rows to come and the way it was read. */
import type { ExampleData } from "../../data/exampleData";
import { askTable } from "../../data/table/prepareTable";
import { defaultPrepareOptions, type ForecastQuestion } from "../../data/table/tableTypes";
import { describedOf } from "../../data/table/testing";

const rowsOf = (shop: string, level: number) =>
  Array.from({ length: 48 }, (_, i) => {
    const month = new Date(Date.UTC(2019, i)).toISOString().slice(0, 10);
    return `${shop},${month},${level + 3 * i + ((i * 7) % 13)},${i % 4 === 0 ? "yes" : "no"},${(i * 5) % 11}`;
  });
const text = ["shop,month,sold,offer,returned", ...rowsOf("north", 100), ...rowsOf("south", 9000)].join("\n");

const question: ForecastQuestion = {
  kind: "forecast",
  targets: [2, 4],
  inputs: [3],
  id: 0,
  time: [1],
  window: 6,
  horizon: 2,
  calendar: ["month"],
  period: 12,
  form: "change",
  others: [{ column: 4, period: null, form: "value" }],
};

export async function forecastFixture(): Promise<ExampleData> {
  const options = { ...defaultPrepareOptions, seriesScaling: "each" } as const;
  const { data } = await askTable(await describedOf(text), question, options);
  if (data?.kind !== "series" || !data.future || !data.answer.forecast.transform || !data.way)
    throw new Error("Changes are forecast, and rows are to come.");
  if (!data.parts?.every(({ quantities, forms }) => quantities && forms))
    throw new Error("Each series is scaled by itself.");
  return { ...data, suggested: { ...data.suggested, hiddenSizes: [8], batchSize: 4 } };
}
