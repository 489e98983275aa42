/** Any of some: a few stand side by side, many are a list that can be searched. */

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  SearchField,
  useFilter,
  Virtualizer,
} from "react-aria-components";
import type { AllWords } from "../../../words/catalogue";
import { Action } from "../../controls/Action";
import field from "../../styles/field.module.css";
import menu from "../../styles/menu.module.css";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { ChipChoice } from "./ChipChoice";
import styles from "./ManyChoice.module.css";

/** More would be a wall of buttons. */
const mostChips = 12;

export interface Offered {
  readonly id: string;
  readonly name: string;
}

interface ManyChoiceProps {
  readonly label: string;
  /** What to call the field in which many are searched. */
  readonly search: string;
  readonly offered: readonly Offered[];
  /** Their ids. */
  readonly chosen: readonly string[];
  /** In the order in which they are offered. */
  readonly onChange: (chosen: readonly string[]) => void;
  readonly hint?: string;
}

export function ManyChoice({ label, search, offered, chosen, onChange, hint }: ManyChoiceProps) {
  if (offered.length <= mostChips)
    return (
      <ChipChoice
        label={label}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={chosen}
        onChange={onChange}
        {...(hint !== undefined && { hint })}
      />
    );
  const choose = (next: ReadonlySet<Key>) =>
    onChange(offered.flatMap(({ id }) => (next.has(id) ? [id] : [])));
  return (
    <div className={styles.field}>
      <SearchedList label={label} search={search} offered={offered} keys={chosen} onChange={choose} />
      {hint !== undefined && <p className={field.under}>{hint}</p>}
    </div>
  );
}

interface SearchedListProps {
  readonly label: string;
  readonly search: string;
  readonly offered: readonly Offered[];
  readonly keys: readonly string[];
  readonly onChange: (keys: ReadonlySet<Key>) => void;
}

function SearchedList({ label, search, offered, keys, onChange }: SearchedListProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  const words = useAllWords();
  const { tableDialog } = words;
  const labelId = useId();
  const valueId = useId();
  const all = new Set<Key>(offered.map(({ id }) => id));
  return (
    <>
      <span className={text.label} id={labelId}>
        {label}
      </span>
      <DialogTrigger>
        <Button className={`${field.button} ${styles.button}`} aria-labelledby={`${labelId} ${valueId}`}>
          <span className={text.line} id={valueId}>
            {chosenInWords(words, offered, keys)}
          </span>
          <ChevronDown size={15} aria-hidden="true" className={field.icon} />
        </Button>
        <Popover className={menu.popover} placement="bottom end">
          <Dialog className={styles.dialog} aria-labelledby={labelId}>
            <Autocomplete filter={contains}>
              <SearchField className={styles.search} aria-label={search} autoFocus>
                <Input className={`${field.input} ${styles.input}`} placeholder={search} />
              </SearchField>
              <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 32 }}>
                <ListBox
                  className={`${menu.list} ${styles.list}`}
                  aria-labelledby={labelId}
                  items={offered}
                  selectionMode="multiple"
                  selectedKeys={keys}
                  onSelectionChange={(next) => onChange(next === "all" ? all : next)}
                >
                  {({ id, name }) => (
                    <ListBoxItem
                      id={id}
                      className={`${menu.item} ${text.line} ${styles.item}`}
                      textValue={name}
                    >
                      {name}
                    </ListBoxItem>
                  )}
                </ListBox>
              </Virtualizer>
            </Autocomplete>
            <div className={styles.actions}>
              <Action weight="quiet" onPress={() => onChange(all)}>
                {tableDialog.all}
              </Action>
              <Action weight="quiet" onPress={() => onChange(new Set())}>
                {tableDialog.none}
              </Action>
            </div>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}

function chosenInWords(
  { tableDialog }: AllWords,
  offered: readonly Offered[],
  keys: readonly string[],
): string {
  if (keys.length === 0) return tableDialog.noneChosen;
  if (keys.length === offered.length) return tableDialog.allChosen({ count: keys.length });
  const names = offered.filter(({ id }) => keys.includes(id)).map(({ name }) => name);
  return names.length <= 2
    ? tableDialog.chosenNames({ names })
    : tableDialog.chosenOf({ chosen: keys.length, total: offered.length });
}
