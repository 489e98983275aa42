/** What the network is: its cell, its size, and how it reads a symbol. Any change starts it again. */
import { useStore } from "zustand";
import { cellNames, type InputKind } from "../../session/settings";
import type { PlaygroundStore } from "../../store/store";
import { cellWords } from "../cellNames";
import { Choice, type Option } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import { SelectField } from "../controls/SelectField";
import { formatBytes, formatCounted } from "../format";
import { SettingField } from "./SettingField";
import styles from "./settings.module.css";

const inputs: readonly Option<InputKind>[] = [
  { value: "embedding", label: "Embedding" },
  { value: "oneHot", label: "One-hot" },
];

const cells = cellNames.map((value) => {
  const { name, about } = cellWords[value];
  return { value, label: name, about };
});

export function NetworkPanel({ store }: { readonly store: PlaygroundStore }) {
  const readsText = useStore(store, ({ data }) => data?.kind !== "examples");
  const readsSymbols = useStore(
    store,
    ({ data }) => data?.kind !== "examples" || data.input.kind === "symbols",
  );
  const run = useStore(store, (state) => state.run);
  return (
    <Panel title="Network">
      <p className={styles.note}>Changing these starts training again.</p>
      <CellChoice store={store} />
      <SettingField
        store={store}
        setting="hiddenSize"
        label="Hidden units"
        hint={
          readsText
            ? "H: how many numbers the network remembers. 64 shows gates well; 256 writes better and takes longer."
            : "H: how many numbers the network remembers. 16 to 64 show gates well; more can learn more and take longer."
        }
      />
      {readsSymbols && <SymbolInput store={store} />}
      {run && (
        <p className={styles.sum}>
          {formatCounted(run.parameterCount, "weight")}; training takes {formatBytes(run.planBytes)} of
          memory.
        </p>
      )}
    </Panel>
  );
}

function CellChoice({ store }: { readonly store: PlaygroundStore }) {
  const cell = useStore(store, (state) => state.settings.cell);
  return (
    <div className={styles.group}>
      <SelectField
        label="Cell"
        value={cell}
        options={cells}
        onChange={(value) => store.getState().configure({ cell: value })}
      />
      <p className={styles.hint}>{cellWords[cell].about}</p>
    </div>
  );
}

/** Only symbols become vectors on the way in; features are read as they are. */
function SymbolInput({ store }: { readonly store: PlaygroundStore }) {
  const inputKind = useStore(store, (state) => state.settings.inputKind);
  return (
    <>
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
          hint="Numbers in that vector. 16 to 64 is plenty for characters, 64 to 128 for words."
        />
      )}
    </>
  );
}
