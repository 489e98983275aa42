/** How numbers and letters stand in a file of cells. */
import type { CsvFormat } from "../../data/csv/csvWriter";
import { Choice, type Option } from "../controls/Choice";
import { Toggle } from "../controls/Toggle";
import { useAllWords } from "../words/useWords";

export const plainFormat: CsvFormat = { decimal: ".", byteOrderMark: false };

interface FormatChoiceProps {
  readonly format: CsvFormat;
  readonly onChange: (format: CsvFormat) => void;
}

export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  const words = useAllWords().takeAlong;
  const decimals: readonly Option<CsvFormat["decimal"]>[] = [
    { value: ".", label: words.point },
    { value: ",", label: words.comma },
  ];
  return (
    <>
      <Choice
        label={words.decimal}
        value={format.decimal}
        options={decimals}
        onChange={(decimal) => onChange({ ...format, decimal })}
      />
      <Toggle
        label={words.mark}
        value={format.byteOrderMark}
        onChange={(byteOrderMark) => onChange({ ...format, byteOrderMark })}
        hint={words.markHint}
      />
    </>
  );
}
