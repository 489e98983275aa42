/** Which columns are forecast, from what, how far ahead. */
import { isDated } from "../../../data/table/rowTimes";
import type { CalendarFeature, ColumnPreview, ForecastQuestion } from "../../../data/table/tableTypes";
import { NumericField } from "../../controls/NumericField";
import { OptionalNumberField } from "../../controls/OptionalNumberField";
import { ChipChoice } from "./ChipChoice";
import { ColumnsField } from "./ColumnsField";
import { withoutOverlap } from "./columnRoles";
import styles from "./QuestionForm.module.css";
import { isFeature } from "./questionOfKind";
import { TimeSelect } from "./TimeSelect";

const calendarNames: Readonly<Record<CalendarFeature, string>> = {
  hourOfDay: "Hour of the day",
  dayOfWeek: "Day of the week",
  dayOfYear: "Day of the year",
  month: "Month",
};

/** As far as a row can reach; more would never end. */
const rows = { min: 1, max: 10_000, integer: true };
const horizonRows = { min: 1, max: 1000, integer: true };
const seasonRows = { min: 2, max: 100_000, integer: true };

interface ForecastFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly question: ForecastQuestion;
  readonly onChange: (question: ForecastQuestion) => void;
}

export function ForecastFields({ columns, question, onChange }: ForecastFieldsProps) {
  const change = (part: Partial<ForecastQuestion>) => onChange(withoutOverlap({ ...question, ...part }));
  const isDate = isDated(columns, question.time);
  const canBeInput = (column: ColumnPreview, index: number) =>
    isFeature(column) && !question.time.includes(index) && !question.targets.includes(index);
  return (
    <div className={styles.fields}>
      <ColumnsField
        label="Columns to forecast"
        columns={columns}
        isOffered={({ type }, index) => type.kind === "number" && !question.time.includes(index)}
        chosen={question.targets}
        onChange={(targets) => change({ targets })}
        nothing="No column has numbers; if one should, correct its type in the table."
      />
      <NumericField
        label="From the rows before"
        value={question.window}
        range={rows}
        unit="rows"
        onCommit={(window) => change({ window })}
        hint="The window that is read before each forecast."
      />
      <NumericField
        label="Rows ahead"
        value={question.horizon}
        range={horizonRows}
        unit="rows"
        onCommit={(horizon) => change({ horizon })}
        hint="1 forecasts the next row alone; 7 the next seven, all at once."
      />
      <TimeSelect
        columns={columns}
        value={question.time}
        onChange={(time) => change({ time, ...(isDated(columns, time) ? {} : { calendar: [] }) })}
      />
      {columns.some(canBeInput) && (
        <ColumnsField
          label="Read as well"
          columns={columns}
          isOffered={canBeInput}
          chosen={question.inputs}
          onChange={(inputs) => change({ inputs })}
        />
      )}
      {isDate && (
        <ChipChoice
          label="From the calendar"
          options={calendarOptions}
          chosen={question.calendar}
          onChange={(calendar) => change({ calendar })}
          hint="What the date says beside the order: good where a series follows the clock or the year."
        />
      )}
      <OptionalNumberField
        label="Season"
        value={question.period}
        range={seasonRows}
        unit="rows"
        onCommit={(period) => change({ period })}
        hint="Rows after which it repeats: 12 for months in a year, 24 for hours in a day. The forecast is compared with the value of one season before. Empty for none."
      />
    </div>
  );
}

const calendarOptions = (["hourOfDay", "dayOfWeek", "dayOfYear", "month"] as const).map((value) => ({
  value,
  label: calendarNames[value],
}));
