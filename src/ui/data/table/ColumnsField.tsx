/** Any of the table's columns: a few stand side by side, many are a list that can be searched. */

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
import type { ColumnPreview } from "../../../data/table/tableTypes";
import type { AllWords } from "../../../words/catalogue";
import { Action } from "../../controls/Action";
import field from "../../styles/field.module.css";
import menu from "../../styles/menu.module.css";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { ChipChoice } from "./ChipChoice";
import styles from "./ColumnsField.module.css";

/** More would be a wall of buttons. */
const mostChips = 12;

interface ColumnsFieldProps {
  readonly label: string;
  readonly columns: readonly ColumnPreview[];
  readonly isOffered: (column: ColumnPreview, index: number) => boolean;
  readonly chosen: readonly number[];
  /** In the order of the table. */
  readonly onChange: (chosen: readonly number[]) => void;
  /** What to say where no column is offered. */
  readonly nothing?: string;
  readonly hint?: string;
}

interface Offered {
  readonly id: string;
  readonly name: string;
}

export function ColumnsField(props: ColumnsFieldProps) {
  const { label, columns, isOffered, chosen, onChange, nothing, hint } = props;
  const offered = columns.flatMap((column, index) =>
    // The ones in use are listed even if their types were changed since.
    isOffered(column, index) || chosen.includes(index) ? [{ id: String(index), name: column.name }] : [],
  );
  const keys = chosen.map(String);
  const choose = (next: ReadonlySet<Key>) =>
    onChange(offered.flatMap(({ id }) => (next.has(id) ? [Number(id)] : [])));
  const chips = offered.length <= mostChips;
  const explanation = offered.length === 0 ? nothing : hint;
  if (chips)
    return (
      <ChipChoice
        label={label}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={keys}
        onChange={(next) => choose(new Set(next))}
        {...(explanation !== undefined && { hint: explanation })}
      />
    );
  return (
    <div className={styles.field}>
      <ColumnsList label={label} offered={offered} keys={keys} onChange={choose} />
      {explanation !== undefined && <p className={field.under}>{explanation}</p>}
    </div>
  );
}

interface ColumnsListProps {
  readonly label: string;
  readonly offered: readonly Offered[];
  readonly keys: readonly string[];
  readonly onChange: (keys: ReadonlySet<Key>) => void;
}

function ColumnsList({ label, offered, keys, onChange }: ColumnsListProps) {
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
              <SearchField className={styles.search} aria-label={tableDialog.searchColumns} autoFocus>
                <Input className={`${field.input} ${styles.input}`} placeholder={tableDialog.searchColumns} />
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
