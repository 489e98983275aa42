import { formatCount } from "../../data/phrases";
import type { ProfileReport } from "../../session/protocol";
import { formatRate } from "../format";
import styles from "./ProfilePanel.module.css";
import { gigaflops, type ProfilePart, profileParts } from "./profileParts";
import { formatMs } from "./profileWords";

const sectionNames = { forward: "Forward", backward: "Backward", update: "Update" } as const;

/** Each part of a training step, with a bar for its share of the time. */
export function ProfileTable({ profile }: { readonly profile: ProfileReport }) {
  const parts = profileParts(profile.steps);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">Parts of a training step</caption>
        <thead>
          <tr>
            <th scope="col">Part of a step</th>
            <th scope="col">ms</th>
            <th scope="col">Share</th>
            <th scope="col">GFLOP/s</th>
            <th scope="col" className={styles.secondary}>
              Launches
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, i) => (
            <Row
              key={`${part.section} ${part.name}`}
              part={part}
              isFirst={parts[i - 1]?.section !== part.section}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ part, isFirst }: { readonly part: ProfilePart; readonly isFirst: boolean }) {
  const percent = Math.round(100 * part.share);
  return (
    <tr className={isFirst ? styles.first : undefined}>
      <th scope="row">
        <span className={styles.section}>{sectionNames[part.section]}</span> {part.name}
      </th>
      <td>{formatMs(part.elapsedMs)}</td>
      <td className={styles.shareCell}>
        <span className={styles.share}>
          <span className={styles.bar} style={{ inlineSize: `${percent}%` }} />
        </span>
        <span className={styles.percent}>{percent} %</span>
      </td>
      <td>{formatRate(gigaflops(part))}</td>
      <td className={styles.secondary}>{formatCount(part.launches)}</td>
    </tr>
  );
}
