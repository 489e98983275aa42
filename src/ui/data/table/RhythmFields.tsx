/** In which form a column is forecast, and after how many rows it repeats. */

import type { ColumnPreview, ForecastQuestion } from "../../../data/table/tableTypes";
import { rhythmOfTarget, withRhythm } from "../../../data/table/targetRhythm";
import { OptionalNumberField } from "../../controls/OptionalNumberField";
import { SelectField } from "../../controls/SelectField";
import { useAllWords } from "../../words/useWords";
import { formsOffered, formWithSeason } from "./formsOffered";

const seasonRows = { min: 2, max: 100_000, integer: true };

interface RhythmFieldsProps {
  readonly columns: readonly ColumnPreview[];
  readonly question: ForecastQuestion;
  readonly column: number;
  readonly onChange: (question: ForecastQuestion) => void;
}

export function FormField({ columns, question, column, onChange }: RhythmFieldsProps) {
  const { tableDialog } = useAllWords();
  return (
    <SelectField
      label={
        isAlone(question) ? tableDialog.form : tableDialog.formOf({ column: columns[column]?.name ?? "" })
      }
      value={rhythmOfTarget(question, column).form}
      options={formsOffered(columns, question, column).map((value) => ({
        value,
        ...tableDialog.forms[value],
      }))}
      onChange={(form) => onChange(withRhythm(question, column, { form }))}
    />
  );
}

export function SeasonField({ columns, question, column, onChange }: RhythmFieldsProps) {
  const { tableDialog } = useAllWords();
  const { form, period: chosen } = rhythmOfTarget(question, column);
  return (
    <OptionalNumberField
      label={
        isAlone(question) ? tableDialog.season : tableDialog.seasonOf({ column: columns[column]?.name ?? "" })
      }
      value={chosen}
      range={seasonRows}
      unit={tableDialog.rowsUnit}
      onCommit={(period) =>
        onChange(withRhythm(question, column, { period, form: formWithSeason(form, period) }))
      }
      hint={tableDialog.seasonHint}
    />
  );
}

const isAlone = ({ targets }: ForecastQuestion) => targets.length === 1;
