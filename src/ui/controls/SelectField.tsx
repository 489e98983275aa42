/** One of several, each with a sentence about it; closed, it shows the one in use. */
import { ChevronDown } from "lucide-react";
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
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, value, options, onChange, layout = "row" } = props;
  const choose = (key: Key | null) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option && option.value !== value) onChange(option.value);
  };
  return (
    <Select className={`${styles.select} ${styles[layout]}`} value={value} onChange={choose}>
      <Label className={layout === "compact" ? "visually-hidden" : styles.label}>{label}</Label>
      <Button className={styles.button}>
        <SelectValue className={styles.value}>
          {() => options.find((option) => option.value === value)?.label}
        </SelectValue>
        <ChevronDown size={15} aria-hidden="true" className={styles.icon} />
      </Button>
      <Popover className={styles.popover} placement={layout === "row" ? "bottom end" : "bottom start"}>
        <ListBox className={styles.list}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              className={styles.item}
              id={option.value}
              textValue={option.label}
            >
              <Text slot="label" className={styles.name}>
                {option.label}
              </Text>
              {option.about && (
                <Text slot="description" className={styles.about}>
                  {option.about}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
