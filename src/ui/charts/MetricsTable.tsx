/** The newest measurements in numbers; they also say what the chart shows to those who cannot see it. */
import type { DataSummary, ValidationMetrics } from "../../session/protocol";
import type { AllWords } from "../../words/catalogue";
import { absent } from "../../words/formats";
import { type Message, message, sentences } from "../../words/message";
import { Explanation } from "../controls/Explanation";
import table from "../styles/table.module.css";
import { CopyTable } from "../takeAlong/CopyTable";
import { useAllWords, useSay } from "../words/useWords";
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
  /** Whether losses have label smoothing in them, so that they are no cross-entropies. */
  readonly isSmoothed: boolean;
  readonly train: Measured | null;
  readonly validation: ValidationMetrics | null;
  readonly reference: Reference | null;
}

interface Column {
  readonly title: string;
  readonly of: (measured: Measured | null) => string;
}

export function MetricsTable({ data, bits, isSmoothed, train, validation, reference }: MetricsTableProps) {
  const say = useSay();
  const words = useAllWords();
  const { charts } = words;
  const columns = columnsOf(words, data, { bits, isSmoothed });
  const rows: readonly (readonly [string, Measured | null])[] = [
    [charts.training, train],
    [charts.validation, validation],
    ...(reference ? [[charts.references[reference.name], reference] as const] : []),
  ];
  return (
    <div>
      <table className={table.table}>
        <caption className="visually-hidden">{charts.newest}</caption>
        <thead>
          <tr>
            <td className={styles.about}>
              <Explanation of={charts.newest}>
                {say(sentences(hintsOf(data, reference, isSmoothed)))}
              </Explanation>
              <CopyTable
                columns={columns.map(({ title }) => title)}
                rows={rows.map(([name, measured]) => ({
                  name,
                  values: columns.map(({ of }) => of(measured)),
                }))}
              />
            </td>
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
    </div>
  );
}

function columnsOf(
  { charts, formats }: AllWords,
  data: DataSummary | null,
  { bits, isSmoothed }: Pick<MetricsTableProps, "bits" | "isSmoothed">,
): readonly Column[] {
  if (data?.kind === "examples" && data.answer.kind === "numbers")
    return measuresOf(data).map(({ name, of, format }) => ({
      title: charts[name],
      of: (measured) => (measured ? formats[format](of({ loss: measured.loss, accuracy: 0 })) : absent),
    }));
  const loss: Column = {
    title: charts.lossUnit({ unit: bits ? "bits" : "nats" }),
    of: (measured) => formats.decimal(measured && (bits ? measured.loss / Math.LN2 : measured.loss)),
  };
  const accuracy: Column = {
    title: charts.accuracy,
    of: (measured) => formats.share(measured?.accuracy ?? null),
  };
  // Of symbols only: few classes are easier to think of as so many.
  const perplexity: Column = {
    title: charts.perplexity,
    of: (measured) => formats.decimal(measured && Math.exp(measured.loss)),
  };
  return data?.kind === "examples" || isSmoothed ? [loss, accuracy] : [loss, perplexity, accuracy];
}

function hintsOf(
  data: DataSummary | null,
  reference: Reference | null,
  isSmoothed: boolean,
): readonly Message[] {
  return [
    message("charts.lowerIsBetter"),
    ...(data && reference ? [referenceInWords(data, reference)] : []),
    ...(isSmoothed ? [message("charts.smoothedHint")] : []),
    ...(data?.kind === "text" && !isSmoothed ? [message("charts.perplexityHint")] : []),
    ...(data?.kind === "text" ? [message("charts.readThroughHint")] : []),
    message("charts.overfittingHint"),
  ];
}

function referenceInWords(data: DataSummary, { name, loss }: Reference): Message {
  if (data.kind === "text")
    return message("charts.chanceOfSymbols", {
      symbols: data.vocabulary.length,
      loss,
      per: data.unit === "words" ? "word" : "character",
    });
  if (data.task) return message("charts.withoutMemory", { loss });
  if (data.answer.kind === "numbers")
    return name === "lastValue"
      ? message("charts.lastValue", { loss })
      : message("charts.trainingMean", { loss });
  return message("charts.chanceOfClasses", {
    classes: data.answer.labels.length,
    loss,
    per: answered(data.answer),
  });
}
