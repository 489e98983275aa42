/** How the file was read, each part of which can be corrected. */
import { everyEncoding, isEncoding } from "../../../data/encodings";
import { isAllOfSheet } from "../../../data/table/sheetNames";
import {
  defaultMissing,
  delimiters,
  type HeadRow,
  type Quote,
  type TableChange,
  type TableFormat,
  type TablePreview,
  type ThousandsSeparator,
} from "../../../data/table/tableTypes";
import type { AllWords } from "../../../words/catalogue";
import { Action } from "../../controls/Action";
import { DraftField } from "../../controls/DraftField";
import { OnDemand } from "../../controls/OnDemand";
import { SelectField, type SelectOption } from "../../controls/SelectField";
import { useAllWords } from "../../words/useWords";
import styles from "./FormatFields.module.css";
import { hasNameRows } from "./hasNameRows";
import { labelledOptions } from "./labelledOptions";

const decimals = [".", ","] as const;
const thousands: readonly ThousandsSeparator[] = ["", ",", ".", " ", "'"];
const quotes: readonly Quote[] = ['"', "'", ""];

interface FormatFieldsProps {
  readonly preview: Pick<TablePreview, "format" | "foundForm" | "sheets" | "head">;
  readonly onChange: (change: TableChange) => void;
  /** Null where the file is no text. */
  readonly onText: (() => void) | null;
}

export function FormatFields({ preview, onChange, onText }: FormatFieldsProps) {
  const { format, head } = preview;
  const words = useAllWords();
  const { tableDialog } = words;
  const change = (part: Partial<TableFormat>) => onChange({ kind: "format", format: part });
  return (
    <section className={styles.section} aria-label={tableDialog.format}>
      <div className={styles.fields}>
        <FormFields preview={preview} change={change} />
        {hasNameRows(format) && (
          <SelectField
            layout="stacked"
            label={tableDialog.columnNames}
            value={topKey(format)}
            options={topOptions(words, format, head)}
            onChange={(key) => change(topOfKey(key, format))}
          />
        )}
        <SelectField
          layout="stacked"
          label={tableDialog.decimalSign}
          value={format.decimal}
          options={labelledOptions(decimals, tableDialog.decimalSigns)}
          onChange={(decimal) => change({ decimal })}
        />
        {format.form !== "workbook" && (
          <SelectField
            layout="stacked"
            label={tableDialog.encoding}
            value={format.encoding}
            options={encodingOptions(words, format.encoding)}
            onChange={(encoding) => change({ encoding })}
          />
        )}
      </div>
      <div className={styles.more}>
        <RarerFields format={format} change={change} />
        {onText && (
          <Action weight="link" onPress={onText}>
            {tableDialog.asText}
          </Action>
        )}
      </div>
    </section>
  );
}

interface FormFieldsProps {
  readonly preview: Pick<TablePreview, "format" | "foundForm" | "sheets">;
  readonly change: (part: Partial<TableFormat>) => void;
}

/** The sheet of a workbook, or the list or table where a file has several; what divides cells; what else the file was found to be written as. */
function FormFields({ preview: { format, foundForm, sheets }, change }: FormFieldsProps) {
  const { tableDialog } = useAllWords();
  const isWorkbook = format.form === "workbook";
  const isText = format.form === "delimited";
  const ofFile = sheets.map((sheet) => ({
    value: sheet,
    label: isWorkbook && isAllOfSheet(sheet) ? `${sheet} ${tableDialog.allAsOne}` : sheet,
  }));
  const sheetField = format.sheet !== null && (
    <SelectField
      layout="stacked"
      label={isWorkbook ? tableDialog.sheet : isText ? tableDialog.table : tableDialog.list}
      value={format.sheet}
      options={isText ? [...ofFile, { value: "", label: tableDialog.allAsOne }] : ofFile}
      onChange={(sheet) => change({ sheet })}
    />
  );
  if (isWorkbook) return sheetField;
  return (
    <>
      {sheetField}
      {foundForm !== "delimited" && foundForm !== "workbook" && (
        <SelectField
          layout="stacked"
          label={tableDialog.writtenAs}
          value={format.form}
          options={labelledOptions([foundForm, "delimited"] as const, tableDialog.fileForms)}
          onChange={(form) => change({ form })}
        />
      )}
      {isText && (
        <SelectField
          layout="stacked"
          label={tableDialog.delimiter}
          value={format.delimiter}
          options={labelledOptions(delimiters, tableDialog.delimiters)}
          onChange={(delimiter) => change({ delimiter })}
        />
      )}
    </>
  );
}

/** Rows above the names, and rows of names; "none" without. */
const topKey = ({ header, skipped, headerRows }: TableFormat) =>
  header ? `${skipped} ${headerRows}` : "none";

function topOfKey(key: string, { skipped }: TableFormat): Partial<TableFormat> {
  if (key === "none") return { header: false, skipped };
  const [above, rows] = key.split(" ").map(Number);
  return { header: true, skipped: above, headerRows: rows };
}

/** Each of the first rows can be the one with the names. */
function topOptions(
  { tableDialog }: AllWords,
  format: TableFormat,
  head: readonly HeadRow[],
): readonly SelectOption<string>[] {
  const single = head.map(({ number, cells }, above) => ({
    value: `${above} 1`,
    label: tableDialog.nameRow({ row: number }),
    about: tableDialog.examples({ values: cells.filter((cell) => cell !== "") }),
  }));
  const { header, headerRows, skipped } = format;
  const numberOf = (index: number) => head[index]?.number ?? index + 1;
  const inForce =
    headerRows > 1
      ? tableDialog.nameRows({ from: numberOf(skipped), to: numberOf(skipped + headerRows - 1) })
      : tableDialog.nameRow({ row: skipped + 1 });
  const isListed = !header || single.some(({ value }) => value === topKey(format));
  return [
    ...(isListed ? [] : [{ value: topKey(format), label: inForce }]),
    ...single,
    { value: "none", label: tableDialog.noNames },
  ];
}

interface RarerFieldsProps {
  readonly format: TableFormat;
  readonly change: (part: Partial<TableFormat>) => void;
}

function RarerFields({ format, change }: RarerFieldsProps) {
  const { tableDialog } = useAllWords();
  return (
    <OnDemand title={tableDialog.rarerFormat} level={3}>
      <div className={styles.fields}>
        {format.form === "delimited" && format.delimiter !== " " && (
          <SelectField
            layout="stacked"
            label={tableDialog.quote}
            value={format.quote}
            options={labelledOptions(quotes, tableDialog.quotes)}
            onChange={(quote) => change({ quote })}
          />
        )}
        <SelectField
          layout="stacked"
          label={tableDialog.thousands}
          value={format.thousands}
          options={labelledOptions(thousands, tableDialog.thousandsSeparators)}
          onChange={(thousands) => change({ thousands })}
        />
        <div className={styles.missing}>
          <DraftField
            label={tableDialog.missingMarkers}
            inputMode="text"
            text={format.missing.filter((word) => word !== "").join(" ")}
            parse={(text) => ({ value: wordsOf(text) })}
            onCommit={(words) => change({ missing: ["", ...words] })}
            placeholder={defaultMissing.filter((word) => word !== "").join(" ")}
            hint={tableDialog.missingMarkersHint}
          />
        </div>
      </div>
    </OnDemand>
  );
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** A label that somebody else gave a platform’s encoding is offered as well. */
function encodingOptions({ tableDialog }: AllWords, encoding: string): readonly SelectOption<string>[] {
  const usual = labelledOptions(everyEncoding, tableDialog.encodings);
  return isEncoding(encoding) ? usual : [...usual, { value: encoding, label: encoding.toUpperCase() }];
}
