/** What the network is: its cell, its size, and how it reads a symbol. Any change starts it again. */

import { counted } from "../../data/phrases";
import { cellNames, type InputKind } from "../../session/settings";
import { cellDescriptions } from "../cells/registry";
import { Choice, type Option } from "../controls/Choice";
import { Panel } from "../controls/Panel";
import { SelectField } from "../controls/SelectField";
import { formatBytes } from "../format";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { SettingField } from "./SettingField";
import styles from "./settings.module.css";

const inputs: readonly Option<InputKind>[] = [
  { value: "embedding", label: "Embedding" },
  { value: "oneHot", label: "One-hot" },
];

const cells = cellNames.map((value) => {
  const { name, about } = cellDescriptions[value];
  return { value, label: name, about };
});

export function NetworkPanel() {
  const readsText = usePlayground(({ data }) => data?.kind !== "examples");
  const readsSymbols = usePlayground(
    ({ data }) => data?.kind !== "examples" || data.input.kind === "symbols",
  );
  const run = usePlayground((state) => state.run);
  return (
    <Panel title="Network">
      <p className={styles.note}>Changing these starts training again.</p>
      <CellChoice />
      <SettingField
        setting="hiddenSize"
        label="Hidden units"
        hint={
          readsText
            ? "H: how many numbers the network remembers. 64 shows gates well; 256 writes better and takes longer."
            : "H: how many numbers the network remembers. 16 to 64 show gates well; more can learn more and take longer."
        }
      />
      {readsSymbols && <SymbolInput />}
      {run && (
        <p className={styles.sum}>
          {counted(run.parameterCount, "weight")}; training takes {formatBytes(run.planBytes)} of memory.
        </p>
      )}
    </Panel>
  );
}

function CellChoice() {
  const store = usePlaygroundStore();
  const cell = usePlayground((state) => state.settings.cell);
  return (
    <div className={styles.group}>
      <SelectField
        label="Cell"
        value={cell}
        options={cells}
        onChange={(value) => store.getState().configure({ cell: value })}
      />
      <p className={styles.hint}>{cellDescriptions[cell].about}</p>
    </div>
  );
}

/** Only symbols become vectors on the way in; features are read as they are. */
function SymbolInput() {
  const store = usePlaygroundStore();
  const inputKind = usePlayground((state) => state.settings.inputKind);
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
          setting="embeddingSize"
          label="Embedding size"
          hint="Numbers in that vector. 16 to 64 is plenty for characters, 64 to 128 for words."
        />
      )}
    </>
  );
}
