/** The newest measurements in numbers; they also say what the chart shows to those who cannot see it. */
import type { ValidationMetrics } from "../../session/protocol";
import { formatDecimal, formatShare } from "../format";
import styles from "./MetricsTable.module.css";

type Measured = Pick<ValidationMetrics, "lossNats" | "accuracy">;

interface MetricsTableProps {
  /** Whether losses are given in bits, not nats. */
  readonly bits: boolean;
  readonly train: Measured | null;
  readonly validation: Measured | null;
  /** V */
  readonly vocabularySize: number | null;
}

export function MetricsTable({ bits, train, validation, vocabularySize }: MetricsTableProps) {
  const chance = vocabularySize && { lossNats: Math.log(vocabularySize), accuracy: 1 / vocabularySize };
  return (
    <div>
      <table className={styles.table}>
        <caption className="visually-hidden">Newest measurements</caption>
        <thead>
          <tr>
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
        Per character. Perplexity: the network is as unsure as between that many equally likely symbols.
        {vocabularySize !== null &&
          ` Guessing blindly among all ${vocabularySize} costs ln ${vocabularySize} = ${formatDecimal(Math.log(vocabularySize))} nats; lower is better.`}{" "}
        When validation stops falling while training goes on falling, the network learns by heart.
      </p>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly measured: Measured | null;
  readonly bits: boolean;
}

function Row({ name, measured, bits }: RowProps) {
  const lossNats = measured?.lossNats ?? null;
  return (
    <tr className={styles.row}>
      <th scope="row">{name}</th>
      <td>{formatDecimal(lossNats && (bits ? lossNats / Math.LN2 : lossNats))}</td>
      <td>{formatDecimal(lossNats && Math.exp(lossNats))}</td>
      <td>{formatShare(measured?.accuracy ?? null)}</td>
    </tr>
  );
}
