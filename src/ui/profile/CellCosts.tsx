import type { CellReport, ProfileReport } from "../../session/protocol";
import { nbsp } from "../../words/formats";
import { useAllWords } from "../words/useWords";
import styles from "./ProfilePanel.module.css";

/** The same network with every cell: what an LSTM costs more than a GRU. */
export function CellCosts({ profile }: { readonly profile: ProfileReport }) {
  const own = profile.cells.find(({ cell }) => cell === profile.cell);
  const words = useAllWords().profile;
  if (!own) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>{words.cellsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.parameters}</th>
            <th scope="col">{words.mflop}</th>
            <th scope="col" className={styles.secondary}>
              {words.memory}
            </th>
            <th scope="col">{words.ms}</th>
            <th scope="col">{words.time}</th>
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
  const { profile: words, settings, formats } = useAllWords();
  return (
    <tr className={cost === own ? styles.own : undefined}>
      <th scope="row">
        {settings.choices.cell[cost.cell].label}
        {cost === own && <span className={styles.section}> {words.thisOne}</span>}
      </th>
      <td>{formats.count(cost.parameters)}</td>
      <td>{formats.count(cost.flop / 1e6)}</td>
      <td className={styles.secondary}>{formats.bytes(cost.planBytes)}</td>
      <td>{formats.milliseconds(cost.stepMs)}</td>
      <td>{`${(cost.stepMs / own.stepMs).toFixed(2)}${nbsp}×`}</td>
    </tr>
  );
}
