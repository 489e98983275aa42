/** Where the labels of files stand that lie in no folders of their labels, or in several that may be: asked once, each answer with what it would give. */
import { type ReactNode, useState } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { LabelOption, LabelSource } from "../../../data/labels/labelSource";
import { shortened } from "../../../data/table/describeColumn";
import { Action } from "../../controls/Action";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import styles from "./LabelQuestion.module.css";

interface LabelQuestionProps {
  readonly options: readonly LabelOption[];
  readonly onChoose: (source: LabelSource) => void;
  /** What is to be known as well before they are read. */
  readonly children?: ReactNode;
}

export function LabelQuestion({ options, onChoose, children }: LabelQuestionProps) {
  const { folders } = useAllWords();
  const [chosen, setChosen] = useState(0);
  return (
    <section className={styles.question} aria-label={folders.whereLabels}>
      <RadioGroup
        className={styles.options}
        value={String(chosen)}
        onChange={(key) => setChosen(Number(key))}
      >
        <Label className={text.heading}>{folders.whereLabels}</Label>
        {options.map((option, i) => (
          <RadioField key={JSON.stringify(option.source)} value={String(i)} className={styles.field}>
            <RadioButton className={styles.option}>
              <span className={styles.title}>
                {folders.labelSource({
                  ...{ from: "file", at: 0, part: 0, path: "", column: "" },
                  ...option.source,
                })}
              </span>
              <Examples option={option} />
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {children}
      <div>
        <Action weight="primary" onPress={() => onChoose(options[chosen].source)}>
          {folders.useLabels}
        </Action>
      </div>
    </section>
  );
}

function Examples({ option: { examples, labels } }: { readonly option: LabelOption }) {
  const { folders } = useAllWords();
  return (
    <>
      {examples.map(({ file, label }) => (
        <span key={file} className={`${text.hint} ${styles.example}`}>
          {folders.labelExample({ file: shortened(file), label: shortened(label) })}
        </span>
      ))}
      <span className={text.hint}>{folders.labelCount({ labels })}</span>
    </>
  );
}
