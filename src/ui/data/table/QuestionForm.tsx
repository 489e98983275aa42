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
import { type Ask, askOf, asks, questionOf, questionOfKind } from "./questionOfKind";
import { SequenceFields } from "./SequenceFields";

const estimated = ["sequence", "row"] as const;
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
  const asked = askOf(question);
  const choose = (ask: Ask) => onKind(questionOf(ask, preview, questions));
  return (
    <section className={styles.form} aria-label={tableDialog.question}>
      <RadioGroup
        className={styles.asks}
        value={asked}
        onChange={(value) => {
          const ask = asks.find((one) => one === value);
          if (ask) choose(ask);
        }}
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
      {asked === "estimate" && (
        <Choice
          label={tableDialog.oneFor}
          value={question.kind === "labelSteps" ? "row" : "sequence"}
          options={labelledOptions(estimated, tableDialog.estimated)}
          onChange={(each) =>
            onKind(
              each === "row"
                ? questionOfKind("estimate", "labelSteps", preview, questions)
                : questionOf("estimate", preview, questions),
            )
          }
        />
      )}
      {(question.kind === "classifyLong" || question.kind === "classifyWide") && (
        <Choice
          label={tableDialog.layout}
          value={question.kind}
          options={labelledOptions(layouts, tableDialog.layouts)}
          onChange={(kind) => onKind(questionOfKind(asked, kind, preview, questions))}
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
