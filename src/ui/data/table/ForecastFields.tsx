/** Which columns are forecast, from what, how far ahead. */
import { columnsOfId } from "../../../data/table/columnsOf";
import { isCategory } from "../../../data/table/isCategory";
import { momentOf, momentText } from "../../../data/table/moments";
import { mostAhead } from "../../../data/table/mostAhead";
import { isDated } from "../../../data/table/rowTimes";
import type { ColumnPreview, ForecastQuestion } from "../../../data/table/tableTypes";
import { windowLimits } from "../../../data/table/windowLimits";
import { message } from "../../../words/message";
import { DraftField } from "../../controls/DraftField";
import { NumericField } from "../../controls/NumericField";
import { OptionalNumberField } from "../../controls/OptionalNumberField";
import type { Parsed } from "../../controls/parseNumber";
import { useAllWords } from "../../words/useWords";
import { ChipChoice } from "./ChipChoice";
import { OptionalColumnSelect } from "./ColumnSelect";
import { ColumnsField } from "./ColumnsField";
import { withoutOverlap } from "./columnRoles";
import { labelledOptions } from "./labelledOptions";
import styles from "./QuestionForm.module.css";
import { FormField, SeasonField } from "./RhythmFields";
import { SeriesWithField, tellsApart } from "./SeriesWithField";
import { TimeSelect } from "./TimeSelect";
import { withHorizon } from "./withHorizon";

const calendarFeatures = ["hourOfDay", "dayOfWeek", "dayOfYear", "month"] as const;

const rows = { ...windowLimits, integer: true };
const horizonRows = { min: 1, max: mostAhead, integer: true };

function parseMoment(text: string, isDate: boolean): Parsed<number | undefined> {
  if (text.trim() === "") return { value: undefined };
  const value = momentOf(text, isDate);
  return value === null ? { problem: message("table.momentWanted", { isDate }) } : { value };
}

interface ForecastFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly rowCount: number;
  readonly question: ForecastQuestion;
  readonly onChange: (question: ForecastQuestion) => void;
}

export function ForecastFields({ columns, rowCount, question, onChange }: ForecastFieldsProps) {
  const { tableDialog } = useAllWords();
  const change = (part: Partial<ForecastQuestion>) => onChange(withoutOverlap({ ...question, ...part }));
  const isDate = isDated(columns, question.time);
  const isFree = (index: number) => !question.time.includes(index) && !question.targets.includes(index);
  const ids = columnsOfId(question);
  const canBeInput = (column: ColumnPreview, index: number) =>
    (column.type.kind === "number" || isCategory(column, rowCount)) && !ids.includes(index) && isFree(index);
  return (
    <div className={styles.fields}>
      <ColumnsField
        label={tableDialog.targets}
        columns={columns}
        isOffered={({ type }, index) =>
          type.kind === "number" && !ids.includes(index) && !question.time.includes(index)
        }
        chosen={question.targets}
        onChange={(targets) => change({ targets })}
        nothing={tableDialog.noNumbers}
      />
      <OptionalColumnSelect
        label={tableDialog.series}
        columns={columns}
        isOffered={(column, index) => tellsApart(column) && isFree(index)}
        value={question.id}
        none={tableDialog.oneSeries}
        onChange={(id) => change({ id, idWith: undefined })}
        hint={tableDialog.seriesHint}
      />
      <SeriesWithField
        columns={columns}
        of={question}
        isFree={isFree}
        onChange={(idWith) => change({ idWith })}
      />
      {question.targets.map((column) => (
        <FormField key={column} {...{ columns, question, column, onChange }} />
      ))}
      <NumericField
        label={tableDialog.window}
        value={question.window}
        range={rows}
        unit={tableDialog.rowsUnit}
        onCommit={(window) => change({ window })}
        hint={tableDialog.windowHint}
      />
      <NumericField
        label={tableDialog.horizon}
        value={question.horizon}
        range={horizonRows}
        unit={tableDialog.rowsUnit}
        onCommit={(horizon) => onChange(withHorizon(question, horizon))}
        hint={tableDialog.horizonHint}
      />
      <OptionalNumberField
        label={tableDialog.ahead}
        value={question.ahead ?? null}
        range={{ ...horizonRows, min: question.horizon }}
        unit={tableDialog.rowsUnit}
        placeholder={tableDialog.aheadLeft}
        onCommit={(ahead) => change({ ahead: ahead ?? undefined })}
        hint={tableDialog.aheadHint}
      />
      <TimeSelect
        columns={columns}
        value={question.time}
        onChange={(time) =>
          change({ time, heldOutFrom: undefined, ...(isDated(columns, time) ? {} : { calendar: [] }) })
        }
      />
      {question.time.length > 0 && (
        <div className={styles.moment}>
          <DraftField<number | undefined>
            label={tableDialog.heldOutFrom}
            text={question.heldOutFrom === undefined ? "" : momentText(question.heldOutFrom, isDate)}
            parse={(text) => parseMoment(text, isDate)}
            onCommit={(heldOutFrom) => change({ heldOutFrom })}
            inputMode="text"
            placeholder={tableDialog.heldOutFromLeft}
            hint={tableDialog.heldOutFromHint}
          />
        </div>
      )}
      {columns.some(canBeInput) && (
        <ColumnsField
          label={tableDialog.otherInputs}
          columns={columns}
          isOffered={canBeInput}
          chosen={question.inputs}
          onChange={(inputs) => change({ inputs })}
        />
      )}
      {isDate && (
        <ChipChoice
          label={tableDialog.calendar}
          options={labelledOptions(calendarFeatures, tableDialog.calendarFeatures)}
          chosen={question.calendar}
          onChange={(calendar) => change({ calendar })}
          hint={tableDialog.calendarHint}
        />
      )}
      {question.targets.map((column) => (
        <SeasonField key={column} {...{ columns, question, column, onChange }} />
      ))}
    </div>
  );
}
