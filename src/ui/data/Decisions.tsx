/** What was decided on the way from files to data, in sentences; many of them are shown on demand. */
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import styles from "./Decisions.module.css";

/** So many are read at a glance. */
const fewSentences = 3;

export function Decisions({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length <= fewSentences) return <Sentences sentences={sentences} />;
  return (
    <Disclosure>
      <Heading level={4} className={styles.heading}>
        <Button slot="trigger" className={styles.trigger}>
          What was decided
        </Button>
      </Heading>
      <DisclosurePanel>
        <Sentences sentences={sentences} />
      </DisclosurePanel>
    </Disclosure>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
