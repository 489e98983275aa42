/** The badge that names the engine in use; opened, it says why, and lets the user choose. */

import { ChevronDown, Cpu } from "lucide-react";
import {
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import type { EngineStatus } from "../../session/protocol";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import styles from "./EngineSelect.module.css";
import { type EngineOption, engineBadge, engineOptions } from "./engineWords";

export function EngineSelect() {
  const store = usePlaygroundStore();
  const engine = usePlayground((state) => state.engine);
  const options = engineOptions(engine);
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option && option.id !== engine?.choice) store.getState().setEngine(option.id);
  };
  return (
    <Select
      className={styles.select}
      value={engine?.choice ?? "auto"}
      onChange={choose}
      isDisabled={engine === null}
    >
      <Label className="visually-hidden">Engine</Label>
      <Button className={styles.badge}>
        <Cpu size={15} aria-hidden="true" className={styles.icon} />
        <SelectValue className={styles.value}>{() => <Badge engine={engine} />}</SelectValue>
        <ChevronDown size={15} aria-hidden="true" className={styles.icon} />
      </Button>
      <Popover className={styles.popover} placement="bottom end">
        <p className={styles.reason}>{engine?.reason}</p>
        <ListBox className={styles.list} items={options} dependencies={[engine]}>
          {(option) => <Item option={option} />}
        </ListBox>
      </Popover>
    </Select>
  );
}

function Badge({ engine }: { readonly engine: EngineStatus | null }) {
  return (
    <>
      <span className={styles.device}>{engineBadge(engine)}</span>
      {engine?.choice === "auto" && <span className={styles.mode}>automatic</span>}
    </>
  );
}

function Item({ option }: { readonly option: EngineOption }) {
  return (
    <ListBoxItem className={styles.item} id={option.id} textValue={option.name} isDisabled={option.disabled}>
      <Text slot="label" className={styles.name}>
        {option.name}
      </Text>
      <Text slot="description" className={styles.about}>
        {option.about}
      </Text>
    </ListBoxItem>
  );
}
