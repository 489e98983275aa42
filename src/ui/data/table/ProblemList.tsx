/** What is wrong with the table or with what is asked of it, where, and what can be done about it. */

import { Ban, TriangleAlert } from "lucide-react";
import type { TableChange, TableChoice, TableProblem } from "../../../data/table/tableTypes";
import { identityOf } from "../../../words/message";
import { Action } from "../../controls/Action";
import { SelectField } from "../../controls/SelectField";
import note from "../../styles/note.module.css";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./ProblemList.module.css";

interface ProblemListProps {
  readonly problems: readonly TableProblem[];
  readonly onChange: (change: TableChange) => void;
}

export function ProblemList({ problems, onChange }: ProblemListProps) {
  const { tableDialog } = useAllWords();
  if (problems.length === 0) return null;
  return (
    <section className={styles.section} aria-label={tableDialog.problems}>
      <h3 className={text.heading}>{tableDialog.toCheck({ problems: problems.length })}</h3>
      <ul className={styles.list}>
        {[...problems].sort(stopsFirst).map((problem) => (
          <Problem
            key={`${problem.kind} ${problem.column} ${identityOf(problem.message)}`}
            problem={problem}
            onChange={onChange}
          />
        ))}
      </ul>
    </section>
  );
}

const stopsFirst = (a: TableProblem, b: TableProblem) =>
  Number(b.severity === "stops") - Number(a.severity === "stops");

interface ProblemProps {
  readonly problem: TableProblem;
  readonly onChange: (change: TableChange) => void;
}

function Problem({ problem: { severity, message, choices }, onChange }: ProblemProps) {
  const say = useSay();
  const { tableDialog } = useAllWords();
  const Icon = severity === "stops" ? Ban : TriangleAlert;
  return (
    <li className={`${severity === "stops" ? note.problem : note.note} ${styles.problem}`}>
      <Icon
        size={16}
        aria-hidden="true"
        className={`${styles.icon} ${severity === "stops" ? styles.stops : ""}`}
      />
      <div className={styles.content}>
        <p className={styles.message}>
          {severity === "stops" && <strong className={styles.must}>{tableDialog.mustChange}</strong>}
          {say(message)}
        </p>
        <Choices choices={choices} onChange={onChange} />
      </div>
    </li>
  );
}

interface ChoicesProps {
  readonly choices: readonly TableChoice[];
  readonly onChange: (change: TableChange) => void;
}

/** Where one of them is in force, all are offered as its alternatives; else each is something to do. */
function Choices({ choices, onChange }: ChoicesProps) {
  const say = useSay();
  const { tableDialog } = useAllWords();
  const chosen = choices.find((choice) => choice.chosen);
  if (chosen)
    return (
      <div className={styles.select}>
        <SelectField
          layout="compact"
          label={tableDialog.whatToDo}
          value={identityOf(chosen.label)}
          options={choices.map(({ label }) => ({ value: identityOf(label), label: say(label) }))}
          onChange={(chosen) => {
            const choice = choices.find((one) => identityOf(one.label) === chosen);
            if (choice) onChange(choice.change);
          }}
        />
      </div>
    );
  return (
    <div className={styles.actions}>
      {choices.map(({ label, change }) => (
        <Action key={identityOf(label)} weight="link" onPress={() => onChange(change)}>
          {say(label)}
        </Action>
      ))}
    </div>
  );
}
