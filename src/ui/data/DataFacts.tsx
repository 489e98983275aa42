/** The text in use: its name, its size, its symbols and its beginning. */

import { memo } from "react";
import { manySymbols, type TextUnit } from "../../data/textUnit";
import type { DataSummary, ExamplesSummary, TextSummary } from "../../session/protocol";
import type { TextChange } from "../../store/state";
import { Action } from "../controls/Action";
import { Choice } from "../controls/Choice";
import { Fact, Facts } from "../controls/Facts";
import note from "../styles/note.module.css";
import text from "../styles/text.module.css";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./DataFacts.module.css";
import { Decisions } from "./Decisions";
import { LineOrder } from "./LineOrder";
import { TextReadingFields } from "./TextReadingFields";
import { TaskFacts } from "./tasks/TaskFacts";
import { textUnits } from "./textUnits";
import { Vocabulary } from "./Vocabulary";

interface DataFactsProps {
  readonly data: DataSummary;
  /** How its texts are read, where that can be chosen. */
  readonly unit: TextUnit | null;
  readonly onUnit: (unit: TextUnit) => void;
  readonly onText: (change: TextChange) => void;
}

export const DataFacts = memo(function DataFacts({ data, unit, onUnit, onText }: DataFactsProps) {
  const words = useAllWords();
  return (
    <div className={styles.facts}>
      {data.kind === "text" ? <TextFacts data={data} onUnit={onUnit} /> : <ExampleFacts data={data} />}
      {unit && <Choice label={words.data.readBy} value={unit} options={textUnits(words)} onChange={onUnit} />}
      {data.kind === "text" && <TextReadingFields data={data} onChange={onText} />}
    </div>
  );
});

interface TextFactsProps {
  readonly data: TextSummary;
  readonly onUnit: (unit: TextUnit) => void;
}

function TextFacts({ data, onUnit }: TextFactsProps) {
  const say = useSay();
  const words = useAllWords();
  const { facts } = words.data;
  const { bytes, count } = words.formats;
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>{say(data.name)}</h3>
      <Facts>
        <Fact label={facts[data.unit]} value={count(data.symbols)} />
        <Fact label={facts.size} value={bytes(data.sizeBytes)} />
        <Fact
          label={data.unit === "words" ? facts.differentWords : facts.differentSymbols}
          value={count(data.vocabulary.length)}
        />
      </Facts>
      <p className={text.hint}>
        {words.data.split({ trained: data.trainSymbols, heldOut: data.heldOutSymbols })}
      </p>
      {data.unknownSymbols > 0 && (
        <p className={text.hint}>
          {words.data.unknown({
            unit: data.unit,
            rare: data.unknownSymbols - (data.unseen?.symbols ?? 0),
            rareKinds: data.unknownKinds - (data.unseen?.kinds ?? 0),
            unseen: data.unseen?.symbols ?? 0,
            unseenKinds: data.unseen?.kinds ?? 0,
            ofAll: data.unknownSymbols / Math.max(1, data.symbols),
          })}
        </p>
      )}
      {data.better && <BetterReading better={data.better} onUnit={onUnit} />}
      {data.vocabulary.length > manySymbols && (
        <p className={text.hint}>{words.data.manySymbols({ symbols: data.vocabulary.length })}</p>
      )}
      {data.undecodable > 0 && (
        <p className={text.hint}>{words.data.undecodable({ places: data.undecodable })}</p>
      )}
      {data.list && <LineOrder list={data.list} />}
      <textarea
        dir="auto"
        className={styles.preview}
        aria-label={words.data.beginning}
        readOnly
        value={data.preview}
      />
      <Vocabulary symbols={data.vocabulary} unknownId={data.unknownId} />
    </div>
  );
}

interface BetterReadingProps {
  readonly better: NonNullable<TextSummary["better"]>;
  readonly onUnit: (unit: TextUnit) => void;
}

function BetterReading({ better, onUnit }: BetterReadingProps) {
  const { data } = useAllWords();
  return (
    <div className={note.info}>
      <p>{data.better(better)}</p>
      <Action onPress={() => onUnit(better.unit)}>{data.readByInstead({ unit: better.unit })}</Action>
    </div>
  );
}

function ExampleFacts({ data }: { readonly data: ExamplesSummary }) {
  const say = useSay();
  const words = useAllWords();
  const { facts } = words.data;
  const { bytes, count } = words.formats;
  // All of those for training are trained on.
  const validatesOnHeldOut = data.trained === data.train;
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>{say(data.name)}</h3>
      <Facts>
        <Fact label={facts.training} value={count(data.trained)} />
        {!validatesOnHeldOut && <Fact label={facts.validation} value={count(data.validating)} />}
        <Fact label={facts.heldOut} value={count(data.heldOut)} />
        <Fact label={data.varies ? facts.stepsAtMost : facts.stepsEach} value={count(data.longest)} />
        {data.sizeBytes > 0 && <Fact label={facts.size} value={bytes(data.sizeBytes)} />}
      </Facts>
      {validatesOnHeldOut && <p className={text.hint}>{words.data.heldOutValidates}</p>}
      {data.task && <TaskFacts task={data.task} />}
      <Decisions sentences={data.decisions.map(say)} />
    </div>
  );
}
