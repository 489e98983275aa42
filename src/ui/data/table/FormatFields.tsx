/** How the file was read, each part of which can be corrected. */
import { formatCount } from "../../../data/phrases";
import {
  type Delimiter,
  defaultMissing,
  type HeadRow,
  type Quote,
  type TableChange,
  type TableFormat,
  type ThousandsSeparator,
  tableEncodings,
} from "../../../data/table/tableTypes";
import { DraftField } from "../../controls/DraftField";
import { OnDemand } from "../../controls/OnDemand";
import { SelectField, type SelectOption } from "../../controls/SelectField";
import styles from "./FormatFields.module.css";

const delimiterOptions: readonly SelectOption<Delimiter>[] = [
  { value: ",", label: "Commas ," },
  { value: ";", label: "Semicolons ;" },
  { value: "\t", label: "Tabs ⇥" },
  { value: "|", label: "Bars |" },
];
const decimalOptions = [
  { value: ".", label: "Point 1.5" },
  { value: ",", label: "Comma 1,5" },
] as const;
const thousandsOptions: readonly SelectOption<ThousandsSeparator>[] = [
  { value: "", label: "Nothing 1000" },
  { value: ",", label: "Comma 1,000" },
  { value: ".", label: "Point 1.000" },
  { value: " ", label: "Space 1 000" },
  { value: "'", label: "Apostrophe 1'000" },
];
const quoteOptions: readonly SelectOption<Quote>[] = [
  { value: '"', label: 'Double quotes "' },
  { value: "'", label: "Single quotes '" },
  { value: "", label: "None" },
];

interface FormatFieldsProps {
  readonly format: TableFormat;
  /** The first rows of the file, of which one may have the names. */
  readonly head: readonly HeadRow[];
  readonly onChange: (change: TableChange) => void;
}

export function FormatFields({ format, head, onChange }: FormatFieldsProps) {
  const change = (part: Partial<TableFormat>) => onChange({ kind: "format", format: part });
  return (
    <section className={styles.section} aria-label="How it is read">
      <div className={styles.fields}>
        <SelectField
          layout="stacked"
          label="Between cells"
          value={format.delimiter}
          options={delimiterOptions}
          onChange={(delimiter) => change({ delimiter })}
        />
        <SelectField
          layout="stacked"
          label="Names of columns"
          value={topKey(format)}
          options={topOptions(format, head)}
          onChange={(key) => change(topOfKey(key, format))}
        />
        <SelectField
          layout="stacked"
          label="Decimal sign"
          value={format.decimal}
          options={decimalOptions}
          onChange={(decimal) => change({ decimal })}
        />
        <SelectField
          layout="stacked"
          label="Encoding"
          value={format.encoding}
          options={encodingOptions(format.encoding)}
          onChange={(encoding) => change({ encoding })}
        />
      </div>
      <RarerFields format={format} change={change} />
    </section>
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
function topOptions(format: TableFormat, head: readonly HeadRow[]): readonly SelectOption<string>[] {
  const single = head.map(({ number, cells }, above) => ({
    value: `${above} 1`,
    label: `Row ${formatCount(number)}`,
    about: cells.filter((cell) => cell !== "").join(", "),
  }));
  const { header, headerRows, skipped } = format;
  const joined = { value: topKey(format), label: joinedRows(format, head) };
  const isListed = !header || single.some(({ value }) => value === topKey(format));
  return [
    ...(isListed
      ? []
      : [headerRows > 1 ? joined : { value: topKey(format), label: `Row ${formatCount(skipped + 1)}` }]),
    ...single,
    { value: "none", label: "None" },
  ];
}

function joinedRows({ skipped, headerRows }: TableFormat, head: readonly HeadRow[]): string {
  const numberOf = (index: number) => formatCount(head[index]?.number ?? index + 1);
  return `Rows ${numberOf(skipped)} to ${numberOf(skipped + headerRows - 1)}`;
}

interface RarerFieldsProps {
  readonly format: TableFormat;
  readonly change: (part: Partial<TableFormat>) => void;
}

function RarerFields({ format, change }: RarerFieldsProps) {
  return (
    <OnDemand title="Quotes, thousands, missing values" level={3}>
      <div className={styles.fields}>
        <SelectField
          layout="stacked"
          label="Quotes around cells"
          value={format.quote}
          options={quoteOptions}
          onChange={(quote) => change({ quote })}
        />
        <SelectField
          layout="stacked"
          label="Between thousands"
          value={format.thousands}
          options={thousandsOptions}
          onChange={(thousands) => change({ thousands })}
        />
        <div className={styles.missing}>
          <DraftField
            label="Also missing"
            inputMode="text"
            text={format.missing.filter((word) => word !== "").join(" ")}
            parse={(text) => ({ value: wordsOf(text) })}
            onCommit={(words) => change({ missing: ["", ...words] })}
            placeholder={defaultMissing.filter((word) => word !== "").join(" ")}
            hint="Cells with one of these words have no value; empty cells never have one."
          />
        </div>
      </div>
    </OnDemand>
  );
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** One that was detected and is none of the usual ones is offered as well. */
function encodingOptions(encoding: string): readonly SelectOption<string>[] {
  const usual = tableEncodings.map(({ label, name }) => ({ value: label, label: name }));
  return usual.some(({ value }) => value === encoding)
    ? usual
    : [...usual, { value: encoding, label: encoding.toUpperCase() }];
}
