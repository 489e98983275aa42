/** What was decided on the way from files to data, in sentences; many of them are shown on demand. */
import { OnDemand } from "../controls/OnDemand";
import text from "../styles/text.module.css";
import { useAllWords } from "../words/useWords";
import styles from "./Decisions.module.css";

/** So many are read at a glance. */
const fewSentences = 3;

export function Decisions({ sentences }: { readonly sentences: readonly string[] }) {
  const { data } = useAllWords();
  if (sentences.length <= fewSentences) return <Sentences sentences={sentences} />;
  return (
    <OnDemand title={data.decisions} level={4}>
      <Sentences sentences={sentences} />
    </OnDemand>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={`${text.hint} ${styles.list}`}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
