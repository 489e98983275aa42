import { formatCount } from "../../data/phrases";
import type { CellReport, ProfileReport } from "../../session/protocol";
import { formatBytes } from "../format";
import { useAllWords } from "../words/useWords";
import styles from "./ProfilePanel.module.css";
import { formatMs, formatRatio } from "./profileWords";

/** The same network with every cell: what an LSTM costs more than a GRU. */
export function CellCosts({ profile }: { readonly profile: ProfileReport }) {
  const own = profile.cells.find(({ cell }) => cell === profile.cell);
  if (!own) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>The same network with another cell</caption>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Parameters</th>
            <th scope="col">MFLOP</th>
            <th scope="col" className={styles.secondary}>
              Memory
            </th>
            <th scope="col">ms</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {profile.cells.map((cost) => (
            <Row key={cost.cell} cost={cost} own={own} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ cost, own }: { readonly cost: CellReport; readonly own: CellReport }) {
  const { settings } = useAllWords();
  return (
    <tr className={cost === own ? styles.own : undefined}>
      <th scope="row">
        {settings.choices.cell[cost.cell].label}
        {cost === own && <span className={styles.section}> this one</span>}
      </th>
      <td>{formatCount(cost.parameters)}</td>
      <td>{formatCount(cost.flop / 1e6)}</td>
      <td className={styles.secondary}>{formatBytes(cost.planBytes)}</td>
      <td>{formatMs(cost.stepMs)}</td>
      <td>{formatRatio(cost.stepMs, own.stepMs)}</td>
    </tr>
  );
}
