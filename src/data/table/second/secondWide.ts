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
import { answersAt, countUnknown, knownAnswers } from "./knownAnswers";
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
  if (input.kind !== "features") throw new Error("Rows of numbers are features.");
  const { table } = described;
  const steps = inputsOf(question);
  const flaw = questionFlaw(described, steps);
  if (flaw) return cannot(flaw.problems[0].message);
  const values = wideValues(described, steps, options);
  await breathing.breathe();
  const notes = [...values.problems, ...emptyRows(described, values)].map((problem) => problem.message);
  const rows = Array.from(values.lengths.keys()).filter((row) => values.lengths[row] > 0);
  if (rows.length === 0) return cannot(message("second.nothing"), notes);
  const known = knownAnswers(described, question.label, answer);
  const answers = answersAt(known, rows);
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
  const without = countUnknown(answers);
  const labels =
    question.label < 0 ? [] : labelNotes(table.names[question.label], { ...known, without }, rows.length);
  return { notes: [...notes, ...labels], problem: null, data };
}
