/** What is said of a node of a cell's diagram. */
import type { AllWords } from "../../words/catalogue";
import type { NodeNote } from "./cellDescription";

export interface NoteWords {
  readonly name: string;
  readonly meaning: string;
}

export function noteWords({ cellNotes }: AllWords, note: NodeNote): NoteWords {
  if (typeof note === "string") return cellNotes.nodes[note];
  const into = cellNotes.targets[note.into];
  return note.of === "input"
    ? { name: cellNotes.inputPartName({ into }), meaning: cellNotes.inputPartMeaning({ into }) }
    : {
        name: cellNotes.hiddenPartName({ into }),
        meaning: cellNotes.hiddenPartMeaning({ into, bias: note.bias }),
      };
}
