/** For tests: a table as the reader describes it, with values that a test can leave as they are. */
import {
  type ColumnPreview,
  defaultMissing,
  type ForecastQuestion,
  type LabelStepsQuestion,
  type TablePreview,
} from "../../data/table/tableTypes";

export const columnFixture = (name: string, change: Partial<ColumnPreview> = {}): ColumnPreview => ({
  name,
  type: { kind: "number" },
  detected: { kind: "number" },
  missing: 0,
  invalid: 0,
  distinct: 3,
  distinctAtLeast: false,
  min: "1",
  max: "9",
  examples: ["1", "4", "9"],
  ...change,
});

const date = { kind: "date", order: "iso" } as const;

export const previewFixture: TablePreview = {
  name: "weather.csv",
  sizeBytes: 1000,
  bytesRead: 1000,
  partial: false,
  filter: null,
  even: null,
  rowCount: 50,
  format: {
    form: "delimited",
    sheet: null,
    encoding: "utf-8",
    delimiter: ",",
    quote: '"',
    header: true,
    skipped: 0,
    headerRows: 1,
    footer: false,
    timesDown: false,
    timesJoined: false,
    decimalsJoined: false,
    decimal: ".",
    thousands: "",
    missing: defaultMissing,
  },
  columns: [
    columnFixture("day", { type: date, detected: date }),
    columnFixture("temperature"),
    columnFixture("rain"),
  ],
  foundForm: "delimited",
  sheets: [],
  rows: [
    ["2024-01-01", "4", "1"],
    ["2024-01-02", "9", "4"],
  ],
  rowNumbers: [2, 3],
  head: [
    { number: 1, cells: ["day", "temperature", "rain"] },
    { number: 2, cells: ["2024-01-01", "4", "1"] },
  ],
  problems: [],
};

export const forecastFixture: ForecastQuestion = {
  kind: "forecast",
  targets: [1],
  inputs: [2],
  id: null,
  time: [0],
  window: 7,
  horizon: 1,
  calendar: [],
  period: null,
};

export const labelStepsFixture: LabelStepsQuestion = {
  kind: "labelSteps",
  id: null,
  time: [0],
  features: [1],
  label: 2,
  window: 10,
};
