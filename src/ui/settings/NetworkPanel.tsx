/** What the network is: its cell, its size, and how it reads a symbol. Any change starts it again. */

import { Panel } from "../controls/Panel";
import { useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { ArticleModel } from "./ArticleModel";
import { LockedNote } from "./LockedNote";
import { SettingList } from "./SettingList";
import styles from "./settings.module.css";

export function NetworkPanel() {
  const run = useRun((run) => run.summary);
  const { settings: words } = useAllWords();
  return (
    <Panel title={words.network} about={words.networkRestarts}>
      <LockedNote />
      <SettingList
        names={["cell", "hiddenSizes", "inputKind", "embeddingSize"]}
        further={[["bidirectional"], ["dropout", "recurrentDropout"], ["initialization"]]}
        more={words.moreNetwork}
        fewer={words.fewerNetwork}
      />
      <ArticleModel />
      {run && (
        <p className={styles.sum}>{words.weights({ weights: run.parameterCount, memory: run.planBytes })}</p>
      )}
    </Panel>
  );
}
