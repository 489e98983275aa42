/** The messages between the page and the worker that reads tables; what all readers have in common is in `readerProtocol.ts`. */
import type { ExampleData } from "../data/exampleData";
import type { RowsDoubt } from "../data/table/rowsDoubt";
import type { ChosenColumns } from "../data/table/second/matchColumns";
import type { SecondTable } from "../data/table/second/secondTable";
import type { TrainedOn } from "../data/table/second/trainedOn";
import type {
  ColumnType,
  EvenSteps,
  PrepareOptions,
  RowFilter,
  TableFormat,
  TablePreview,
  TableProblem,
  TableQuestion,
} from "../data/table/tableTypes";
import type { Said } from "../words/message";
import type { ReaderCommand, ReaderEvent } from "./readerProtocol";

/** What was corrected; the rest is detected. */
export interface TableCorrections {
  readonly format?: Partial<TableFormat>;
  /** By the index of the column. */
  readonly types?: Readonly<Record<number, ColumnType>>;
  /** Which rows are read; left out: all. */
  readonly filter?: RowFilter;
  /** Steps that rows are brought to; left out: they stay as they are. */
  readonly even?: EvenSteps;
}

export type TableCommand =
  | ReaderCommand
  /** Answered by `progress`, `beginning`, and `opened` or `refused`. */
  | {
      readonly type: "open";
      readonly readId: number;
      readonly file: File;
      readonly corrections?: TableCorrections;
    }
  /** All corrections so far. Reads the file again only where it must. Answered as `open` is. */
  | { readonly type: "correct"; readonly readId: number; readonly corrections: TableCorrections }
  /** What would be in the way of this question. Answered by `checked`. */
  | {
      readonly type: "check";
      readonly readId: number;
      readonly question: TableQuestion;
      readonly options: PrepareOptions;
      /** The question before another column, or another time, was chosen: what was proposed with it is to follow. */
      readonly before?: TableQuestion;
    }
  | {
      readonly type: "prepare";
      readonly readId: number;
      readonly question: TableQuestion;
      readonly options: PrepareOptions;
    }
  /** Reads the open table for a network that was trained on another one. Answered by `second`. */
  | {
      readonly type: "second";
      readonly readId: number;
      readonly trained: TrainedOn;
      readonly chosen: ChosenColumns;
    };

export type TableEvent =
  | ReaderEvent<ExampleData>
  /** While the rest of the file is still being read. */
  | { readonly type: "beginning"; readonly readId: number; readonly preview: TablePreview }
  | {
      readonly type: "opened";
      readonly readId: number;
      readonly preview: TablePreview;
      /** One of each kind that the columns allow, ready to be asked, the likeliest first. */
      readonly questions: readonly TableQuestion[];
      /** How the first of them is best made ready. */
      readonly options: PrepareOptions;
      /** Whether the rows are of one series or of several, where that is not certain. */
      readonly doubt?: RowsDoubt;
    }
  | {
      readonly type: "checked";
      readonly readId: number;
      /** What was checked: as it was asked, with what follows from a choice. */
      readonly question: TableQuestion;
      readonly options: PrepareOptions;
      /** Of the table and of the question; none that `stops` means that it can be prepared. */
      readonly problems: readonly TableProblem[];
      /** What will be decided, in sentences. */
      readonly decisions: readonly Said[];
    }
  /** Its arrays are transferred. */
  | { readonly type: "second"; readonly readId: number; readonly table: SecondTable };
