import type { CellReport, ProfileReport } from "../../session/protocol";
import type { AllWords } from "../../words/catalogue";
import { CopyTable } from "../takeAlong/CopyTable";
import { useAllWords } from "../words/useWords";
import styles from "./ProfilePanel.module.css";

/** The same network with every cell: what an LSTM costs more than a GRU. */
export function CellCosts({ profile }: { readonly profile: ProfileReport }) {
  const own = profile.cells.find(({ cell }) => cell === profile.cell);
  const all = useAllWords();
  const words = all.profile;
  if (!own) return null;
  const columns = [words.parameters, words.mflop, words.memory, words.ms, words.time];
  const rows = profile.cells.map((cost) => ({
    name: all.settings.choices.cell[cost.cell].label,
    values: valuesOf(all, cost, own),
  }));
  return (
    <div className={styles.scroll}>
      <div className={styles.copy}>
        <CopyTable columns={columns} rows={rows} />
      </div>
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
      <p className={styles.hint}>{words.cellsHint}</p>
    </div>
  );
}

const valuesOf = ({ formats, profile }: AllWords, cost: CellReport, own: CellReport): readonly string[] => [
  formats.count(cost.parameters),
  formats.count(cost.flop / 1e6),
  formats.bytes(cost.planBytes),
  formats.milliseconds(cost.stepMs),
  profile.ratio({ times: cost.stepMs / own.stepMs, ...cost.ratios }),
];

function Row({ cost, own }: { readonly cost: CellReport; readonly own: CellReport }) {
  const words = useAllWords();
  const [parameters, megaflop, memory, stepMs, time] = valuesOf(words, cost, own);
  return (
    <tr className={cost === own ? styles.own : undefined}>
      <th scope="row">
        {words.settings.choices.cell[cost.cell].label}
        {cost === own && <span className={styles.section}> {words.profile.thisOne}</span>}
      </th>
      <td>{parameters}</td>
      <td>{megaflop}</td>
      <td className={styles.secondary}>{memory}</td>
      <td>{stepMs}</td>
      <td>{time}</td>
    </tr>
  );
}
