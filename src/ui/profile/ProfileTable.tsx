import type { ProfileReport } from "../../session/protocol";
import type { AllWords } from "../../words/catalogue";
import { CopyTable } from "../takeAlong/CopyTable";
import { useAllWords } from "../words/useWords";
import styles from "./ProfilePanel.module.css";
import { gigaflops, type ProfilePart, profileParts } from "./profileParts";

/** Each part of a training step, with a bar for its share of the time. */
export function ProfileTable({ profile }: { readonly profile: ProfileReport }) {
  const { profile: words, formats, stage } = useAllWords();
  const parts = profileParts(profile.steps);
  const rows = parts.map((part) => ({
    name: `${words.sections[part.section]} ${partName(words, part)}`,
    values: [
      formats.milliseconds(part.elapsedMs),
      stage.percent({ percent: Math.round(100 * part.share) }),
      formats.rate(gigaflops(part)),
      formats.count(part.launches),
    ],
  }));
  return (
    <div className={styles.scroll}>
      <div className={styles.copy}>
        <CopyTable columns={[words.ms, words.share, words.gflops, words.launches]} rows={rows} />
      </div>
      <table className={styles.table}>
        <caption className={styles.caption}>{words.partsCaption}</caption>
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

function partName({ parts }: AllWords["profile"], { name }: ProfilePart): string {
  const names: Readonly<Record<string, string>> = parts;
  return names[name] ?? name;
}

function Row({ part, isFirst }: { readonly part: ProfilePart; readonly isFirst: boolean }) {
  const { profile: words, formats, stage } = useAllWords();
  const percent = Math.round(100 * part.share);
  return (
    <tr className={isFirst ? styles.first : undefined}>
      <th scope="row">
        <span className={styles.section}>{words.sections[part.section]}</span> {partName(words, part)}
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
