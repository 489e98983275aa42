import type { ProfileReport } from "../../session/protocol";
import { useAllWords } from "../words/useWords";
import styles from "./ProfilePanel.module.css";
import { gigaflops, type ProfilePart, profileParts } from "./profileParts";

/** Each part of a training step, with a bar for its share of the time. */
export function ProfileTable({ profile }: { readonly profile: ProfileReport }) {
  const words = useAllWords().profile;
  const parts = profileParts(profile.steps);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.partsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.ms}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.gflops}</th>
            <th scope="col" className={styles.secondary}>
              {words.launches}
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
  const { profile: words, formats, stage } = useAllWords();
  const names: Readonly<Record<string, string>> = words.parts;
  const percent = Math.round(100 * part.share);
  return (
    <tr className={isFirst ? styles.first : undefined}>
      <th scope="row">
        <span className={styles.section}>{words.sections[part.section]}</span> {names[part.name] ?? part.name}
      </th>
      <td>{formats.milliseconds(part.elapsedMs)}</td>
      <td className={styles.shareCell}>
        <span className={styles.share}>
          <span className={styles.bar} style={{ inlineSize: `${percent}%` }} />
        </span>
        <span className={styles.percent}>{stage.percent({ percent })}</span>
      </td>
      <td>{formats.rate(gigaflops(part))}</td>
      <td className={styles.secondary}>{formats.count(part.launches)}</td>
    </tr>
  );
}
