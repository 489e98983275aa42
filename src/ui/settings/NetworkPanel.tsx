/** What the network is: its cell, its size, and how it reads a symbol. Any change starts it again. */

import { counted } from "../../data/phrases";
import { Panel } from "../controls/Panel";
import { formatBytes } from "../format";
import text from "../styles/text.module.css";
import { useRun } from "../usePlaygroundStore";
import { ArticleModel } from "./ArticleModel";
import { SettingList } from "./SettingList";
import styles from "./settings.module.css";

export function NetworkPanel() {
  const run = useRun((run) => run.summary);
  return (
    <Panel title="Network">
      <p className={text.hint}>Changing these starts training again.</p>
      <SettingList
        of="network"
        names={["cell", "hiddenSizes", "inputKind", "embeddingSize"]}
        further={[["bidirectional"], ["dropout", "recurrentDropout"], ["initialization"]]}
      />
      <ArticleModel />
      {run && (
        <p className={styles.sum}>
          {counted(run.parameterCount, "weight")}; training takes {formatBytes(run.planBytes)} of memory.
        </p>
      )}
    </Panel>
  );
}
