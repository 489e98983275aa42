/** Chooses the unit that is followed through the rows and the cell. */

import { Minus, Plus } from "lucide-react";
import { Button, Group, Input, Label, NumberField } from "react-aria-components";
import stepper from "../../styles/stepper.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords } from "../../words/useWords";
import styles from "./UnitField.module.css";

interface UnitFieldProps {
  readonly units: number;
}

export function UnitField({ units }: UnitFieldProps) {
  const store = usePlaygroundStore();
  const { diagram } = useAllWords();
  const unit = usePlayground((state) => Math.max(0, Math.min(state.unit, units - 1)));
  const choose = (value: number) => {
    if (Number.isInteger(value)) store.getState().selectUnit(value);
  };
  return (
    <NumberField
      className={styles.field}
      minValue={0}
      maxValue={units - 1}
      step={1}
      value={unit}
      onChange={choose}
      formatOptions={{ useGrouping: false }}
    >
      <Label className={styles.label}>{diagram.unit}</Label>
      <Group className={stepper.group}>
        <Button slot="decrement" className={`${stepper.button} ${styles.button}`}>
          <Minus size={14} aria-hidden="true" />
        </Button>
        <Input className={`${stepper.input} ${styles.input}`} />
        <Button slot="increment" className={`${stepper.button} ${styles.button}`}>
          <Plus size={14} aria-hidden="true" />
        </Button>
      </Group>
      <span className={styles.range}>{diagram.unitRange({ last: units - 1 })}</span>
    </NumberField>
  );
}
