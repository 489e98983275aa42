/** Texts of another table, read with the vocabulary of the first one's training part. */
import { message } from "../../../words/message";
import type { SequencesData } from "../../examples";
import { normalizeText } from "../../text";
import { concatenated, defaultMaxSteps } from "../../textClasses";
import { encoderOf } from "../../textUnit";
import { tableOfSymbols } from "../../vocabulary";
import type { DescribedTable } from "../describeTable";
import type { PrepareContext } from "../prepareContext";
import { rowsInUse } from "../prepareText";
import type { ClassifyTextQuestion } from "../tableTypes";
import { labelNotes } from "./columnNotes";
import { answersAt, countUnknown, knownAnswers } from "./knownAnswers";
import { cannot, type SecondOutcome } from "./secondOutcome";
import type { TrainedOn } from "./trainedOn";

interface SecondLabelled {
  readonly question: ClassifyTextQuestion;
  readonly trained: TrainedOn;
}

export async function secondTexts(
  described: DescribedTable,
  { question, trained }: SecondLabelled,
  { options, breathing }: PrepareContext,
): Promise<SecondOutcome> {
  const { input, answer } = trained;
  if (input.kind !== "symbols" || answer.kind !== "class")
    throw new Error("Texts are symbols, and have a class.");
  const { table } = described;
  const encode = encoderOf(input.symbols);
  const cells = table.columns[question.text];
  const read = Array.from(rowsInUse(described, options)).flatMap((row) => {
    const text = normalizeText(cells.at(row)).trim();
    return text === ""
      ? []
      : [{ row, tokens: encode(text).tokens.subarray(0, defaultMaxSteps[question.unit]) }];
  });
  await breathing.breathe();
  if (read.length === 0) return cannot(message("second.nothing"));
  const known = knownAnswers(described, question.label, answer);
  const inputs = concatenated(read.map(({ tokens }) => tokens));
  const answers = answersAt(
    known,
    read.map(({ row }) => row),
  );
  const { unknownId } = tableOfSymbols(input.symbols);
  const unknown = inputs.reduce((sum, id) => sum + (id === unknownId ? 1 : 0), 0);
  const column = table.names[question.text];
  const empty = table.rowCount - read.length;
  const without = countUnknown(answers);
  const data: SequencesData = {
    kind: "sequences",
    name: table.origin.name,
    sizeBytes: table.origin.sizeBytes,
    decisions: [],
    suggested: {},
    input,
    answer,
    lengths: Int32Array.from(read, ({ tokens }) => tokens.length),
    inputs,
    answers,
    names: read.map(({ row }) => table.rowNumber(row)),
    train: new Int32Array(0),
    heldOut: Int32Array.from(read.keys()),
  };
  const notes = [
    ...(empty > 0 ? [message("second.cellsMissing", { column, count: empty })] : []),
    ...(unknown > 0 ? [message("second.unknownSymbols", { column, share: unknown / inputs.length })] : []),
    ...(question.label < 0
      ? []
      : labelNotes(table.names[question.label], { ...known, without }, read.length)),
  ];
  return { notes, problem: null, data };
}
