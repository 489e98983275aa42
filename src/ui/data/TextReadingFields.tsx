/** How a text is read, beside its unit: from which encoding, and with how many symbols at most. */
import { everyEncoding } from "../../data/encodings";
import { vocabularyLimits } from "../../data/textUnit";
import type { TextSummary } from "../../session/protocol";
import type { TextChange } from "../../store/state";
import { NumericField } from "../controls/NumericField";
import { SelectField } from "../controls/SelectField";
import { useAllWords } from "../words/useWords";
import { labelledOptions } from "./table/labelledOptions";

interface TextReadingFieldsProps {
  readonly data: TextSummary;
  readonly onChange: (change: TextChange) => void;
}

export function TextReadingFields({ data, onChange }: TextReadingFieldsProps) {
  const words = useAllWords();
  const { min, max } = vocabularyLimits[data.unit];
  return (
    <>
      <NumericField
        label={words.data.limit}
        value={data.limit}
        range={{ min, max, integer: true }}
        onCommit={(limit) => onChange({ limit })}
      />
      {data.encoding && (
        <SelectField
          layout="stacked"
          label={words.data.encoding}
          value={data.encoding}
          options={labelledOptions(everyEncoding, words.tableDialog.encodings)}
          onChange={(encoding) => onChange({ encoding })}
        />
      )}
    </>
  );
}
