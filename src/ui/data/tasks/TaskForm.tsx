/** One task: what it is, its parameters, and what a network without memory gets. */
import { ExternalLink } from "lucide-react";
import { FieldError, Input, Label, Link, Text, TextField } from "react-aria-components";
import type { MemoryTask, TaskParameter, TaskParameters } from "../../../data/tasks/memoryTask";
import fieldStyles from "../../controls/DraftField.module.css";
import { parseNumber } from "../../controls/parseNumber";
import field from "../../styles/field.module.css";
import text from "../../styles/text.module.css";
import { useSay } from "../../words/useWords";
import styles from "./TaskForm.module.css";
import { TaskLosses } from "./TaskLosses";
import { hintOf, suggestionInWords } from "./taskWords";
import type { TaskDrafts } from "./useTaskDrafts";

interface TaskFormProps {
  readonly task: MemoryTask;
  readonly drafts: TaskDrafts;
  /** What the drafts mean, or null where one cannot be used. */
  readonly parameters: TaskParameters | null;
  readonly onDraft: (name: string, draft: string) => void;
}

export function TaskForm({ task, drafts, parameters, onDraft }: TaskFormProps) {
  return (
    <div className={styles.form}>
      <div className={styles.about}>
        <h3 className={styles.name}>{task.title}</h3>
        <p>{task.description}</p>
        <p className={`${text.quiet} ${styles.shows}`}>
          <strong>What it shows.</strong> {task.shows}
        </p>
      </div>
      <div className={styles.fields}>
        {Object.entries(task.parameters).map(([name, parameter]) => (
          <ParameterField
            key={name}
            parameter={parameter}
            draft={drafts[name]}
            onDraft={(draft) => onDraft(name, draft)}
          />
        ))}
      </div>
      <div className={styles.about}>
        {parameters ? (
          <>
            <TaskLosses task={task} parameters={parameters} />
            <p className={text.quiet}>{suggestionInWords(task, parameters)}</p>
          </>
        ) : (
          <p className={text.quiet}>
            Once all numbers are within their ranges, the losses to compare with stand here.
          </p>
        )}
        <Citation task={task} />
      </div>
    </div>
  );
}

interface ParameterFieldProps {
  readonly parameter: TaskParameter;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

function ParameterField({ parameter, draft, onDraft }: ParameterFieldProps) {
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
      <Label className={text.label}>{parameter.label}</Label>
      <div className={fieldStyles.box}>
        <Input
          className={`${field.input} ${fieldStyles.input}`}
          inputMode={parameter.integer ? "numeric" : "decimal"}
          autoComplete="off"
        />
      </div>
      <FieldError className={`${field.under} ${fieldStyles.problem}`}>{problem && say(problem)}</FieldError>
      <Text slot="description" className={field.under}>
        {hintOf(parameter)}
      </Text>
    </TextField>
  );
}

function Citation({ task }: { readonly task: MemoryTask }) {
  const { text: title, url } = task.citation;
  return (
    <p className={text.quiet}>
      From:{" "}
      <Link className={styles.link} href={url} target="_blank" rel="noreferrer">
        {title}
        <ExternalLink size={12} aria-hidden="true" className={styles.icon} />
        <span className="visually-hidden"> (in a new tab)</span>
      </Link>
    </p>
  );
}
