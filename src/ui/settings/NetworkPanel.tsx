/** What the network is: its size, and how it reads a symbol. Any change starts it again. */
import { useStore } from "zustand";
import type { InputKind } from "../../session/settings";
import type { PlaygroundStore } from "../../store/store";
import { Choice, type Option } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import { formatBytes, formatCounted } from "../format";
import { SettingField } from "./SettingField";
import styles from "./settings.module.css";

const inputs: readonly Option<InputKind>[] = [
  { value: "embedding", label: "Embedding" },
  { value: "oneHot", label: "One-hot" },
];

export function NetworkPanel({ store }: { readonly store: PlaygroundStore }) {
  const inputKind = useStore(store, (state) => state.settings.inputKind);
  const run = useStore(store, (state) => state.run);
  return (
    <Panel title="Network">
      <p className={styles.note}>Changing these starts training again.</p>
      <SettingField
        store={store}
        setting="hiddenSize"
        label="Hidden units"
        hint="H: how many numbers the network remembers. 64 shows gates well; 256 writes better and takes longer."
      />
      <div className={styles.group}>
        <Choice
          label="Input"
          value={inputKind}
          options={inputs}
          onChange={(value) => store.getState().configure({ inputKind: value })}
        />
        <p className={styles.hint}>
          {inputKind === "embedding"
            ? "Each symbol is a short vector that is learned, so that similar symbols can come to lie close."
            : "Each symbol is a vector with a single 1: nothing shared, nothing assumed."}
        </p>
      </div>
      {inputKind === "embedding" && (
        <SettingField
          store={store}
          setting="embeddingSize"
          label="Embedding size"
          hint="Numbers in that vector. 16 to 64 is plenty for characters."
        />
      )}
      {run && (
        <p className={styles.sum}>
          {formatCounted(run.parameterCount, "weight")}; training takes {formatBytes(run.planBytes)} of
          memory.
        </p>
      )}
    </Panel>
  );
}
