/** The badge that names the engine in use; opened, it says why, and lets the user choose. */

import { ChevronDown, Cpu } from "lucide-react";
import { Button, type Key, Label, ListBox, Popover, Select, SelectValue } from "react-aria-components";
import type { EngineStatus } from "../../session/protocol";
import { ListOption } from "../controls/ListOption";
import field from "../styles/field.module.css";
import menu from "../styles/menu.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useSay, useWords } from "../words/useWords";
import styles from "./EngineSelect.module.css";
import { engineBadge, engineOptions, tryAgain } from "./engineWords";
import { thisHost, threadWords } from "./threadWords";

export function EngineSelect() {
  const store = usePlaygroundStore();
  const words = useWords();
  const say = useSay();
  const engine = usePlayground((state) => state.engine);
  const options = engineOptions(words, engine, "gpu" in navigator);
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option?.id === tryAgain) store.getState().tryWebgpu();
    else if (option && option.id !== engine?.choice) store.getState().setEngine(option.id);
  };
  return (
    <Select
      className={styles.select}
      value={engine?.choice ?? "auto"}
      onChange={choose}
      isDisabled={engine === null}
    >
      <Label className="visually-hidden">{words.engine.label}</Label>
      <Button className={`${field.button} ${styles.badge}`}>
        <Cpu size={15} aria-hidden="true" className={field.icon} />
        <SelectValue className={styles.value}>{() => <Badge engine={engine} />}</SelectValue>
        <ChevronDown size={15} aria-hidden="true" className={field.icon} />
      </Button>
      <Popover className={`${menu.popover} ${styles.popover}`} placement="bottom end">
        <p className={`${text.quiet} ${styles.reason}`}>{engine && say(engine.reason)}</p>
        <ListBox className={menu.list} items={options} dependencies={[engine]}>
          {({ id, name, about, disabled }) => (
            <ListOption id={id} name={name} about={about} isDisabled={disabled} />
          )}
        </ListBox>
        <OneThread />
      </Popover>
    </Select>
  );
}

/** Where several threads cannot share memory: why, and what would let them. */
function OneThread() {
  const words = useWords();
  const thread = threadWords(words, thisHost());
  if (thread === null) return null;
  return (
    <div className={`${text.quiet} ${styles.threads}`}>
      <p>{thread.sentence}</p>
      {thread.headers.map((header) => (
        <code key={header} className={styles.header}>
          {header}
        </code>
      ))}
    </div>
  );
}

function Badge({ engine }: { readonly engine: EngineStatus | null }) {
  const words = useWords();
  return (
    <>
      <span className={`${text.line} ${styles.device}`}>{engineBadge(words, engine)}</span>
      {engine?.choice === "auto" && (
        <span className={`${text.hint} ${styles.mode}`}>{words.engine.automatic}</span>
      )}
    </>
  );
}
