/** The text in use: its name, its size, its symbols and its beginning. */

import { memo } from "react";
import type { TextUnit } from "../../data/textUnit";
import type { DataSummary, ExamplesSummary, TextSummary } from "../../session/protocol";
import { Choice } from "../controls/Choice";
import { Fact, Facts } from "../controls/Facts";
import text from "../styles/text.module.css";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./DataFacts.module.css";
import { Decisions } from "./Decisions";
import { LineOrder } from "./LineOrder";
import { TaskFacts } from "./tasks/TaskFacts";
import { textUnits } from "./textUnits";
import { Vocabulary } from "./Vocabulary";

interface DataFactsProps {
  readonly data: DataSummary;
  /** How its texts are read, where that can be chosen. */
  readonly unit: TextUnit | null;
  readonly onUnit: (unit: TextUnit) => void;
}

export const DataFacts = memo(function DataFacts({ data, unit, onUnit }: DataFactsProps) {
  const words = useAllWords();
  return (
    <div className={styles.facts}>
      {data.kind === "text" ? <TextFacts data={data} /> : <ExampleFacts data={data} />}
      {unit && <Choice label={words.data.readBy} value={unit} options={textUnits(words)} onChange={onUnit} />}
    </div>
  );
});

function TextFacts({ data }: { readonly data: TextSummary }) {
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
          {words.data.unknown({ unit: data.unit, symbols: data.unknownSymbols, kinds: data.unknownKinds })}
        </p>
      )}
      {data.list && <LineOrder list={data.list} />}
      <textarea className={styles.preview} aria-label={words.data.beginning} readOnly value={data.preview} />
      <Vocabulary symbols={data.vocabulary} unknownId={data.unknownId} />
    </div>
  );
}

function ExampleFacts({ data }: { readonly data: ExamplesSummary }) {
  const say = useSay();
  const words = useAllWords();
  const { facts } = words.data;
  const { bytes, count } = words.formats;
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>{say(data.name)}</h3>
      <Facts>
        <Fact label={facts.training} value={count(data.trained)} />
        <Fact label={facts.validation} value={count(data.validating)} />
        <Fact label={facts.heldOut} value={count(data.heldOut)} />
        <Fact label={data.varies ? facts.stepsAtMost : facts.stepsEach} value={count(data.longest)} />
        {data.sizeBytes > 0 && <Fact label={facts.size} value={bytes(data.sizeBytes)} />}
      </Facts>
      {data.task && <TaskFacts task={data.task} />}
      <Decisions sentences={data.decisions.map(say)} />
    </div>
  );
}
