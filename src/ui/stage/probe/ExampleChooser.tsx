/** Chooses one of the examples: of which part, and the next, the one before, any, or the one with a number. */

import { ChevronLeft, ChevronRight, Shuffle } from "lucide-react";
import { useState } from "react";
import { Button, Group, Input, Label, NumberField } from "react-aria-components";
import { useStore } from "zustand";
import { mix } from "../../../mix";
import { Random } from "../../../random";
import type { ExamplesSummary } from "../../../session/protocol";
import { shownRun } from "../../../store/runs";
import type { Words } from "../../../words/catalogue";
import { Action } from "../../controls/Action";
import { Choice, type Option } from "../../controls/Choice";
import { SelectField } from "../../controls/SelectField";
import stepper from "../../styles/stepper.module.css";
import text from "../../styles/text.module.css";
import { usePlaygroundStore, useRun } from "../../usePlaygroundStore";
import { useSay, useWords } from "../../words/useWords";
import type { StageViewStore } from "../stageView";
import { finalText } from "./answerWords";
import styles from "./ExampleChooser.module.css";
import {
  countOf,
  type ExamplePart,
  firstOfSeries,
  indexAt,
  indexOfVisit,
  placeOf,
  seriesAt,
} from "./examplePlace";
import { LiveText } from "./LiveText";

interface ExampleChooserProps {
  readonly view: StageViewStore;
  readonly examples: ExamplesSummary;
}

const partOptions = ({ stage }: Words): readonly Option<ExamplePart>[] => [
  { value: "heldOut", label: stage.heldOut },
  { value: "train", label: stage.trainingExamples },
];

export function ExampleChooser({ view, examples }: ExampleChooserProps) {
  const store = usePlaygroundStore();
  const words = useWords();
  const probed = useRun(({ summary }) => (summary?.probe.kind === "example" ? summary.probe.index : null));
  // Where one was before it gave way to a sequence of one's own.
  const [last, setLast] = useState({ of: examples, index: probed ?? examples.train });
  const [random] = useState(() => Random.fromSeed(mix(shownRun(store.getState()).settings.seed)));
  const place = placeOf(examples, probed ?? indexOfVisit(last, examples));
  const count = countOf(examples, place.part);
  const say = useSay();
  const showAt = (index: number) => {
    setLast({ of: examples, index });
    store.getState().setProbe({ kind: "example", index });
  };
  const show = (part: ExamplePart, number: number) => showAt(indexAt(examples, part, number));
  // Those with any window at all.
  const series = (examples.series ?? []).filter((one) => seriesAt([one], firstOfSeries(one, "train")) === 0);
  return (
    <div className={styles.chooser}>
      <Choice
        label={words.stage.examples}
        value={place.part}
        options={partOptions(words)}
        onChange={(part) => show(part, 1)}
      />
      {series.length > 1 && (
        <SelectField
          layout="compact"
          label={words.stage.series}
          value={String(seriesAt(series, probed ?? indexOfVisit(last, examples)))}
          options={series.map(({ name }, i) => ({ value: String(i), label: say(name) }))}
          onChange={(chosen) => showAt(firstOfSeries(series[Number(chosen)], place.part))}
        />
      )}
      <NumberField
        className={styles.field}
        minValue={1}
        maxValue={count}
        step={1}
        value={place.number}
        onChange={(number) => Number.isInteger(number) && show(place.part, number)}
        formatOptions={{ useGrouping: false }}
      >
        <Label className="visually-hidden">{words.stage.example}</Label>
        <Group className={stepper.group}>
          <Button
            slot="decrement"
            className={`${stepper.button} ${styles.button}`}
            aria-label={words.stage.previousExample}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
          <Input className={`${stepper.input} ${styles.input}`} />
          <Button
            slot="increment"
            className={`${stepper.button} ${styles.button}`}
            aria-label={words.stage.nextExample}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </Button>
        </Group>
        <span className={`${text.hint} ${styles.count}`}>{words.stage.ofExamples({ examples: count })}</span>
      </NumberField>
      <Action onPress={() => show(place.part, random.integer(1, count))}>
        <Shuffle size={14} aria-hidden="true" />
        {words.stage.randomExample}
      </Action>
      <div className={styles.shown}>
        <ShownName view={view} />
        <LiveText view={view} className={styles.verdict} text={(now) => finalText(words, now)} />
      </div>
    </div>
  );
}

/** What is on the stage, which may still be the one before. */
function ShownName({ view }: Pick<ExampleChooserProps, "view">) {
  const say = useSay();
  const { stage } = useWords();
  const name = useStore(view, ({ sequence }) => sequence?.name ?? "");
  const part = useStore(view, ({ sequence }) => sequence?.part ?? "own");
  return (
    <p className={styles.name} role="status">
      <strong>{name === "" ? stage.ownSequence : say(name)}</strong>
      <span className={text.hint}>{stage.partNotes[part]}</span>
    </p>
  );
}
