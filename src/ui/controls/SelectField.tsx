/** One of several, each with a sentence about it; closed, it shows the one in use. */
import { ChevronDown } from "lucide-react";
import { Button, type Key, Label, ListBox, Popover, Select, SelectValue } from "react-aria-components";
import field from "../styles/field.module.css";
import menu from "../styles/menu.module.css";
import text from "../styles/text.module.css";
import { ListOption } from "./ListOption";
import styles from "./SelectField.module.css";

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly about?: string;
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  /** `stacked`: under its label, as wide as there is room. `compact`: the label is only said. */
  readonly layout?: "row" | "stacked" | "compact";
  readonly isDisabled?: boolean;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, value, options, onChange, layout = "row", isDisabled = false } = props;
  const choose = (key: Key | null) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option && option.value !== value) onChange(option.value);
  };
  return (
    <Select
      className={styles.select}
      data-layout={layout}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
    >
      <Label className={layout === "compact" ? "visually-hidden" : `${text.label} ${styles.label}`}>
        {label}
      </Label>
      <Button className={`${field.button} ${styles.button}`}>
        <SelectValue className={text.line}>
          {() => options.find((option) => option.value === value)?.label}
        </SelectValue>
        <ChevronDown size={15} aria-hidden="true" className={field.icon} />
      </Button>
      <Popover className={menu.popover} placement={layout === "row" ? "bottom end" : "bottom start"}>
        <ListBox className={menu.list}>
          {options.map(({ value: id, label: name, about }) => (
            <ListOption key={id} id={id} name={name} {...(about !== undefined && { about })} />
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
