/** One task: what it is, its parameters, and what a network without memory gets. */
import { ExternalLink } from "lucide-react";
import { useMemo, useState } from "react";
import { FieldError, Input, Label, Link, Text, TextField } from "react-aria-components";
import type { MemoryTask, TaskParameter, TaskParameters } from "../../../data/tasks/memoryTask";
import { Action } from "../../controls/Action";
import fieldStyles from "../../controls/DraftField.module.css";
import { formatNumber, parseNumber } from "../../controls/parseNumber";
import styles from "./TaskForm.module.css";
import { TaskLosses } from "./TaskLosses";
import { hintOf, suggestionInWords } from "./taskWords";

interface TaskFormProps {
  readonly task: MemoryTask;
  readonly initial: TaskParameters;
  readonly onStart: (parameters: TaskParameters) => void;
  readonly onCancel: () => void;
}

export function TaskForm({ task, initial, onStart, onCancel }: TaskFormProps) {
  const { drafts, parameters, setDraft } = useDrafts(task, initial);
  return (
    <div className={styles.form}>
      <div className={styles.content}>
        <div className={styles.about}>
          <h3 className={styles.name}>{task.title}</h3>
          <p>{task.description}</p>
          <p className={styles.quiet}>
            <strong>What it shows.</strong> {task.shows}
          </p>
        </div>
        <div className={styles.fields}>
          {Object.entries(task.parameters).map(([name, parameter]) => (
            <ParameterField
              key={name}
              parameter={parameter}
              draft={drafts[name]}
              onDraft={(draft) => setDraft(name, draft)}
            />
          ))}
        </div>
        <div className={styles.about}>
          {parameters ? (
            <>
              <TaskLosses task={task} parameters={parameters} />
              <p className={styles.quiet}>{suggestionInWords(task, parameters)}</p>
            </>
          ) : (
            <p className={styles.quiet}>
              Once all numbers are within their ranges, the losses to compare with stand here.
            </p>
          )}
          <Citation task={task} />
        </div>
      </div>
      <div className={styles.actions}>
        <Action onPress={onCancel}>Cancel</Action>
        <Action
          weight="primary"
          isDisabled={parameters === null}
          onPress={() => parameters && onStart(parameters)}
        >
          Use this task
        </Action>
      </div>
    </div>
  );
}

interface Drafts {
  /** What stands in the fields. */
  readonly drafts: Readonly<Record<string, string>>;
  /** What it means, or null where a field cannot be used. */
  readonly parameters: TaskParameters | null;
  setDraft(name: string, draft: string): void;
}

function useDrafts(task: MemoryTask, initial: TaskParameters): Drafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.keys(task.parameters).map((name) => [name, formatNumber(initial[name])])),
  );
  const parameters = useMemo(() => parametersOf(task, drafts), [task, drafts]);
  return {
    drafts,
    parameters,
    setDraft: (name, draft) => setDrafts((others) => ({ ...others, [name]: draft })),
  };
}

function parametersOf(task: MemoryTask, drafts: Readonly<Record<string, string>>): TaskParameters | null {
  const parsed: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(task.parameters)) {
    const result = parseNumber(drafts[name], parameter);
    if ("problem" in result) return null;
    parsed[name] = result.value;
  }
  return parsed;
}

interface ParameterFieldProps {
  readonly parameter: TaskParameter;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

function ParameterField({ parameter, draft, onDraft }: ParameterFieldProps) {
  const parsed = parseNumber(draft, parameter);
  const problem = "problem" in parsed ? parsed.problem : null;
  return (
    <TextField
      className={fieldStyles.field}
      value={draft}
      onChange={onDraft}
      isInvalid={problem !== null}
      validationBehavior="aria"
    >
      <Label className={fieldStyles.label}>{parameter.label}</Label>
      <div className={fieldStyles.box}>
        <Input
          className={fieldStyles.input}
          inputMode={parameter.integer ? "numeric" : "decimal"}
          autoComplete="off"
        />
      </div>
      <FieldError className={fieldStyles.problem}>{problem}</FieldError>
      <Text slot="description" className={fieldStyles.hint}>
        {hintOf(parameter)}
      </Text>
    </TextField>
  );
}

function Citation({ task }: { readonly task: MemoryTask }) {
  const { text, url } = task.citation;
  return (
    <p className={styles.quiet}>
      From:{" "}
      <Link className={styles.link} href={url} target="_blank" rel="noreferrer">
        {text}
        <ExternalLink size={12} aria-hidden="true" className={styles.icon} />
        <span className="visually-hidden"> (in a new tab)</span>
      </Link>
    </p>
  );
}
