/** Rows of another table that are whole sequences. */
import { message } from "../../../words/message";
import type { SequencesData } from "../../examples";
import type { DescribedTable } from "../describeTable";
import { inputsOf } from "../inputsOf";
import type { PrepareContext } from "../prepareContext";
import { concatenated, questionFlaw } from "../prepareWide";
import type { ClassifyWideQuestion } from "../tableTypes";
import { emptyRows, wideValues } from "../wideValues";
import { labelNotes } from "./columnNotes";
import { knownClasses } from "./knownClasses";
import { cannot, type SecondOutcome } from "./secondOutcome";
import type { TrainedOn } from "./trainedOn";

interface SecondRows {
  readonly question: ClassifyWideQuestion;
  readonly trained: TrainedOn;
}

export async function secondWide(
  described: DescribedTable,
  { question, trained }: SecondRows,
  { options, breathing }: PrepareContext,
): Promise<SecondOutcome> {
  const { input, answer } = trained;
  if (input.kind !== "features" || answer.kind !== "class")
    throw new Error("Rows of numbers are features, and have a class.");
  const { table } = described;
  const steps = inputsOf(question);
  const flaw = questionFlaw(described, steps);
  if (flaw) return cannot(flaw.problems[0].message);
  const values = wideValues(described, steps, options);
  await breathing.breathe();
  const notes = [...values.problems, ...emptyRows(described, values)].map((problem) => problem.message);
  const rows = Array.from(values.lengths.keys()).filter((row) => values.lengths[row] > 0);
  if (rows.length === 0) return cannot(message("second.nothing"), notes);
  const classes = knownClasses(described, question.label, answer.labels);
  const answers = Int32Array.from(rows, (row) => classes.ids[row]);
  const lengths = Int32Array.from(rows, (row) => values.lengths[row]);
  const sequence = (index: number) =>
    values.numbers.subarray(rows[index] * steps.length, rows[index] * steps.length + lengths[index]);
  const data: SequencesData = {
    kind: "sequences",
    name: table.origin.name,
    sizeBytes: table.origin.sizeBytes,
    decisions: [],
    suggested: {},
    input,
    answer,
    lengths,
    inputs: concatenated(lengths, sequence, input.features[0]),
    answers,
    names: rows.map((row) => table.rowNumber(row)),
    train: new Int32Array(0),
    heldOut: Int32Array.from(rows.keys()),
  };
  const without = answers.reduce((sum, label) => sum + (label < 0 ? 1 : 0), 0);
  const labels =
    question.label < 0 ? [] : labelNotes(table.names[question.label], { ...classes, without }, rows.length);
  return { notes: [...notes, ...labels], problem: null, data };
}
