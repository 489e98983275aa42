/** One task: what it is, its parameters, and what a network without memory gets. */
import { ExternalLink } from "lucide-react";
import { FieldError, Input, Label, Link, Text, TextField } from "react-aria-components";
import type { MemoryTask, TaskParameter, TaskParameters } from "../../../data/tasks/memoryTask";
import fieldStyles from "../../controls/DraftField.module.css";
import { parseNumber } from "../../controls/parseNumber";
import field from "../../styles/field.module.css";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./TaskForm.module.css";
import { TaskLosses } from "./TaskLosses";
import { suggestionInWords } from "./taskWords";
import type { TaskDrafts } from "./useTaskDrafts";

interface TaskFormProps {
  readonly task: MemoryTask;
  readonly drafts: TaskDrafts;
  /** What the drafts mean, or null where one cannot be used. */
  readonly parameters: TaskParameters | null;
  readonly onDraft: (name: string, draft: string) => void;
}

export function TaskForm({ task, drafts, parameters, onDraft }: TaskFormProps) {
  const say = useSay();
  const words = useAllWords().tasks;
  const { title, description, shows } = words.byName[task.name];
  const named: Readonly<Record<string, ParameterWords>> = words.byName[task.name].parameters;
  return (
    <div className={styles.form}>
      <div className={styles.about}>
        <h3 className={styles.name}>{title}</h3>
        <p>{description}</p>
        <p className={`${text.quiet} ${styles.shows}`}>
          <strong>{words.showsTitle}</strong> {shows}
        </p>
      </div>
      <div className={styles.fields}>
        {Object.entries(task.parameters).map(([name, parameter]) => (
          <ParameterField
            key={name}
            parameter={parameter}
            words={named[name]}
            draft={drafts[name]}
            onDraft={(draft) => onDraft(name, draft)}
          />
        ))}
      </div>
      <div className={styles.about}>
        {parameters ? (
          <>
            <TaskLosses task={task} parameters={parameters} />
            <p className={text.quiet}>{say(suggestionInWords(task, parameters))}</p>
          </>
        ) : (
          <p className={text.quiet}>{words.outOfRange}</p>
        )}
        <Citation task={task} />
      </div>
    </div>
  );
}

interface ParameterWords {
  readonly label: string;
  readonly hint: string;
}

interface ParameterFieldProps {
  readonly words: ParameterWords;
  readonly parameter: TaskParameter;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

function ParameterField({ words, parameter, draft, onDraft }: ParameterFieldProps) {
  const { range } = useAllWords().tasks;
  const { min, max } = parameter;
  const say = useSay();
  const parsed = parseNumber(draft, parameter);
  const problem = "problem" in parsed ? parsed.problem : null;
  return (
    <TextField
      className={field.row}
      value={draft}
      onChange={onDraft}
      isInvalid={problem !== null}
      validationBehavior="aria"
    >
      <Label className={text.label}>{words.label}</Label>
      <div className={fieldStyles.box}>
        <Input
          className={`${field.input} ${fieldStyles.input}`}
          inputMode={parameter.integer ? "numeric" : "decimal"}
          autoComplete="off"
        />
      </div>
      <FieldError className={`${field.under} ${fieldStyles.problem}`}>{problem && say(problem)}</FieldError>
      <Text slot="description" className={field.under}>
        {range({ hint: words.hint, min, max })}
      </Text>
    </TextField>
  );
}

function Citation({ task }: { readonly task: MemoryTask }) {
  const words = useAllWords().tasks;
  const { text: title, url } = task.citation;
  return (
    <p className={text.quiet}>
      {words.from}{" "}
      <Link className={styles.link} href={url} target="_blank" rel="noreferrer">
        {title}
        <ExternalLink size={12} aria-hidden="true" className={styles.icon} />
        <span className="visually-hidden"> {words.newTab}</span>
      </Link>
    </p>
  );
}
