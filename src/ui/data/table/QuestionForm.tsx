/** What is to be asked of the table, and all that the answer depends on. */
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type {
  PrepareOptions,
  TableChange,
  TablePreview,
  TableQuestion,
} from "../../../data/table/tableTypes";
import { Choice } from "../../controls/Choice";
import text from "../../styles/text.module.css";
import { useAllWords } from "../../words/useWords";
import { ClassifyTextFields } from "./ClassifyTextFields";
import { ClassifyWideFields } from "./ClassifyWideFields";
import { ForecastFields } from "./ForecastFields";
import { labelledOptions } from "./labelledOptions";
import { OptionFields } from "./OptionFields";
import styles from "./QuestionForm.module.css";
import { type QuestionKind, questionOfKind } from "./questionOfKind";
import { SequenceFields } from "./SequenceFields";

/** The questions; sequences to be classified stand in a table in one of two ways. */
const asks = ["forecast", "classify", "classifyText", "labelSteps"] as const;
const layouts = ["classifyLong", "classifyWide"] as const;

interface QuestionFormProps {
  readonly preview: TablePreview;
  /** What was guessed, the likeliest first. */
  readonly questions: readonly TableQuestion[];
  readonly question: TableQuestion;
  readonly options: PrepareOptions;
  readonly onKind: (question: TableQuestion) => void;
  readonly onChange: (change: TableChange) => void;
}

export function QuestionForm(props: QuestionFormProps) {
  const { preview, questions, question, options, onKind, onChange } = props;
  const { tableDialog } = useAllWords();
  const choose = (kind: QuestionKind) => onKind(questionOfKind(kind, preview, questions));
  const isClassify = question.kind === "classifyLong" || question.kind === "classifyWide";
  return (
    <section className={styles.form} aria-label={tableDialog.question}>
      <RadioGroup
        className={styles.asks}
        value={
          question.kind === "classifyLong" || question.kind === "classifyWide" ? "classify" : question.kind
        }
        onChange={(ask) => choose(kindOf(ask, questions))}
      >
        <Label className={`${text.heading} ${styles.heading}`}>{tableDialog.whatToKnow}</Label>
        {asks.map((ask) => (
          <RadioField key={ask} value={ask} className={styles.field}>
            <RadioButton className={styles.ask}>
              <span className={styles.title}>{tableDialog.asks[ask].title}</span>
              <span className={text.hint}>{tableDialog.asks[ask].about}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {isClassify && (
        <Choice
          label={tableDialog.layout}
          value={question.kind}
          options={labelledOptions(layouts, tableDialog.layouts)}
          onChange={choose}
        />
      )}
      <Fields
        preview={preview}
        question={question}
        onChange={(next) => onChange({ kind: "question", question: next })}
      />
      <OptionFields
        question={question}
        options={options}
        onChange={(change) => onChange({ kind: "options", options: change })}
      />
    </section>
  );
}

function kindOf(ask: string, questions: readonly TableQuestion[]): QuestionKind {
  if (ask === "forecast" || ask === "labelSteps" || ask === "classifyText") return ask;
  const likelier = questions.find(({ kind }) => kind === "classifyLong" || kind === "classifyWide");
  return likelier?.kind ?? "classifyLong";
}

interface FieldsProps {
  readonly preview: TablePreview;
  readonly question: TableQuestion;
  readonly onChange: (question: TableQuestion) => void;
}

function Fields({ preview: { columns, rowCount }, question, onChange }: FieldsProps) {
  switch (question.kind) {
    case "forecast":
      return <ForecastFields {...{ columns, rowCount }} question={question} onChange={onChange} />;
    case "classifyWide":
      return <ClassifyWideFields columns={columns} question={question} onChange={onChange} />;
    case "classifyText":
      return <ClassifyTextFields columns={columns} question={question} onChange={onChange} />;
    default:
      return <SequenceFields {...{ columns, rowCount }} question={question} onChange={onChange} />;
  }
}
