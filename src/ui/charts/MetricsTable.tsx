/** The newest measurements in numbers; they also say what the chart shows to those who cannot see it. */
import { counted } from "../../data/phrases";
import type { DataSummary, ValidationMetrics } from "../../session/protocol";
import { absent, formatDecimal, formatShare } from "../format";
import { capitalized } from "../stepWords";
import table from "../styles/table.module.css";
import text from "../styles/text.module.css";
import styles from "./MetricsTable.module.css";
import { answered, measuresOf } from "./measures";
import type { Reference } from "./reference";

interface Measured {
  readonly loss: number;
  readonly accuracy: number | null;
}

interface MetricsTableProps {
  readonly data: DataSummary | null;
  /** Whether losses are given in bits, not nats. */
  readonly bits: boolean;
  readonly train: Measured | null;
  readonly validation: ValidationMetrics | null;
  readonly reference: Reference | null;
}

interface Column {
  readonly title: string;
  readonly of: (measured: Measured | null) => string;
}

export function MetricsTable({ data, bits, train, validation, reference }: MetricsTableProps) {
  const columns = columnsOf(data, bits);
  const rows: readonly (readonly [string, Measured | null])[] = [
    ["Training", train],
    ["Validation", validation],
    ...(reference ? [[capitalized(reference.name), reference] as const] : []),
  ];
  return (
    <div>
      <table className={table.table}>
        <caption className="visually-hidden">Newest measurements</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, measured]) => (
            <tr key={name} className={styles.row}>
              <th scope="row">{name}</th>
              {columns.map(({ title, of }) => (
                <td key={title}>{of(measured)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${text.hint} ${styles.hint}`}>
        Lower loss is better. {data && reference && referenceInWords(data, reference)}{" "}
        {data?.kind === "text" && "Perplexity 5 means: as unsure as between 5 equally likely symbols. "}
        If validation stops falling while training goes on falling, the network is learning by heart.
      </p>
    </div>
  );
}

function columnsOf(data: DataSummary | null, bits: boolean): readonly Column[] {
  if (data?.kind === "examples" && data.answer.kind === "numbers")
    return measuresOf(data).map(({ label, of, format }) => ({
      title: label,
      of: (measured) => (measured ? format(of({ loss: measured.loss, accuracy: 0 })) : absent),
    }));
  const loss: Column = {
    title: `Loss, ${bits ? "bits" : "nats"}`,
    of: (measured) => formatDecimal(measured && (bits ? measured.loss / Math.LN2 : measured.loss)),
  };
  const accuracy: Column = {
    title: "Accuracy",
    of: (measured) => formatShare(measured?.accuracy ?? null),
  };
  return data?.kind === "examples" ? [loss, accuracy] : [loss, perplexity, accuracy];
}

/** Of symbols only: few classes are easier to think of as so many. */
const perplexity: Column = {
  title: "Perplexity",
  of: (measured) => formatDecimal(measured && Math.exp(measured.loss)),
};

function referenceInWords(data: DataSummary, { name, loss }: Reference): string {
  const number = formatDecimal(loss);
  if (data.kind === "text") {
    const V = data.vocabulary.length;
    return `Guessing blindly among ${counted(V, "symbol")} costs ln ${V} = ${number} nats per ${data.unit === "words" ? "word" : "character"}.`;
  }
  if (data.task) return `A network without memory cannot get below ${number}: what lies below is remembered.`;
  if (data.answer.kind === "numbers")
    return name === "last value"
      ? `Repeating the last value has a squared error of ${number}.`
      : `Always saying the mean has a squared error of ${number}.`;
  const C = data.answer.labels.length;
  return `Guessing blindly among ${counted(C, "class", "classes")} costs ln ${C} = ${number} nats per ${answered(data.answer)}.`;
}
