/** The newest measurements in numbers; they also say what the chart shows to those who cannot see it. */
import type { ValidationMetrics } from "../../session/protocol";
import { formatCounted, formatDecimal, formatShare } from "../format";
import styles from "./MetricsTable.module.css";

type Measured = Pick<ValidationMetrics, "loss" | "accuracy">;

interface MetricsTableProps {
  /** Whether losses are given in bits, not nats. */
  readonly bits: boolean;
  readonly train: Measured | null;
  readonly validation: Measured | null;
  /** V */
  readonly vocabularySize: number | null;
}

export function MetricsTable({ bits, train, validation, vocabularySize }: MetricsTableProps) {
  const chance = vocabularySize && { loss: Math.log(vocabularySize), accuracy: 1 / vocabularySize };
  return (
    <div>
      <table className={styles.table}>
        <caption className="visually-hidden">Newest measurements</caption>
        <thead>
          <tr className={styles.head}>
            <td />
            <th scope="col">Loss, {bits ? "bits" : "nats"}</th>
            <th scope="col">Perplexity</th>
            <th scope="col">Accuracy</th>
          </tr>
        </thead>
        <tbody>
          <Row name="Training" measured={train} bits={bits} />
          <Row name="Validation" measured={validation} bits={bits} />
          <Row name="By chance" measured={chance || null} bits={bits} />
        </tbody>
      </table>
      <p className={styles.hint}>
        Lower loss is better; {vocabularySize !== null && <Chance vocabularySize={vocabularySize} />}
        Perplexity 5 means: as unsure as between 5 equally likely symbols. If validation stops falling while
        training goes on falling, the network is learning by heart.
      </p>
    </div>
  );
}

function Chance({ vocabularySize }: { readonly vocabularySize: number }) {
  const loss = formatDecimal(Math.log(vocabularySize));
  return `guessing blindly among ${formatCounted(vocabularySize, "symbol")} costs ln ${vocabularySize} = ${loss} nats per character. `;
}

interface RowProps {
  readonly name: string;
  readonly measured: Measured | null;
  readonly bits: boolean;
}

function Row({ name, measured, bits }: RowProps) {
  const loss = measured?.loss ?? null;
  return (
    <tr className={styles.row}>
      <th scope="row">{name}</th>
      <td>{formatDecimal(loss === null || !bits ? loss : loss / Math.LN2)}</td>
      <td>{formatDecimal(loss === null ? null : Math.exp(loss))}</td>
      <td>{formatShare(measured?.accuracy ?? null)}</td>
    </tr>
  );
}
