/** The text in use: its name, its size, its symbols and its beginning. */

import { memo } from "react";
import { formatCount } from "../../data/phrases";
import type { TextUnit } from "../../data/textUnit";
import type { DataSummary, ExamplesSummary, TextSummary } from "../../session/protocol";
import { Choice } from "../controls/Choice";
import { Fact, Facts } from "../controls/Facts";
import { formatBytes } from "../format";
import text from "../styles/text.module.css";
import { useSay } from "../words/useWords";
import styles from "./DataFacts.module.css";
import { Decisions } from "./Decisions";
import { splitInWords, unknownInWords } from "./dataWords";
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
  return (
    <div className={styles.facts}>
      {data.kind === "text" ? <TextFacts data={data} /> : <ExampleFacts data={data} />}
      {unit && <Choice label="Texts are read by" value={unit} options={textUnits} onChange={onUnit} />}
    </div>
  );
});

function TextFacts({ data }: { readonly data: TextSummary }) {
  const unknown = unknownInWords(data);
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>{data.name}</h3>
      <Facts>
        <Fact label={data.unit} value={formatCount(data.symbols)} />
        <Fact label="size" value={formatBytes(data.sizeBytes)} />
        <Fact
          label={data.unit === "words" ? "different words" : "different symbols"}
          value={formatCount(data.vocabulary.length)}
        />
      </Facts>
      <p className={text.hint}>{splitInWords(data)}</p>
      {unknown && <p className={text.hint}>{unknown}</p>}
      <textarea className={styles.preview} aria-label="Beginning of the text" readOnly value={data.preview} />
      <Vocabulary symbols={data.vocabulary} unknownId={data.unknownId} />
    </div>
  );
}

function ExampleFacts({ data }: { readonly data: ExamplesSummary }) {
  const say = useSay();
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>{data.name}</h3>
      <Facts>
        <Fact label="to train on" value={formatCount(data.trained)} />
        <Fact label="to validate" value={formatCount(data.validating)} />
        <Fact label="held out" value={formatCount(data.heldOut)} />
        <Fact label={data.varies ? "steps at most" : "steps each"} value={formatCount(data.longest)} />
        {data.sizeBytes > 0 && <Fact label="size" value={formatBytes(data.sizeBytes)} />}
      </Facts>
      {data.task && <TaskFacts task={data.task} />}
      <Decisions sentences={data.decisions.map(say)} />
    </div>
  );
}
