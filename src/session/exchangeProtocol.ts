/**
 * Networks on their way to other programs and from them. A request goes to a worker of its own, which answers it once and is ended:
 * training goes on meanwhile, and what takes too long can be stopped.
 */
import type { Language } from "../words/language";
import type { Said } from "../words/message";
import type { DataSource, SavedState } from "./protocol";
import type { CellName, RunSettings } from "./settings";

export const exchangeFormats = ["safetensors", "pytorch", "onnx", "keras"] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

export interface ExportRequest {
  readonly type: "export";
  readonly format: ExchangeFormat;
  readonly saved: SavedState;
  /** What it is trained on. */
  readonly source: DataSource;
  /** Of what is written for people. */
  readonly language: Language;
  /** For the model card, in that language. */
  readonly known: {
    readonly kind: "text" | "examples" | null;
    readonly name: string | null;
    readonly decisions: readonly string[];
    readonly results: readonly string[];
  };
}

/** The weights of a run in half precision, as a file that can be opened again. */
export interface HalfWeightsRequest {
  readonly type: "halfWeights";
  readonly saved: SavedState;
}

/** A zip with the files of the format, `check.json` and the model card; or the weights alone. */
export interface Exported {
  readonly type: "exported";
  readonly file: Blob;
}

export interface ExchangeRefused {
  readonly type: "refused";
  /** A whole sentence. */
  readonly problem: Said;
}

export interface OpenNetworkRequest {
  readonly type: "open";
  readonly file: File;
  /** What it is to read. */
  readonly source: DataSource;
  /** How it is to be trained, as far as its file does not tell; without them, as suits the data. */
  readonly settings?: RunSettings;
}

/** A network that was recognised in a file. */
export interface OpenedNetwork {
  readonly type: "opened";
  readonly facts: {
    readonly cell: CellName;
    readonly hiddenSizes: readonly number[];
    readonly bidirectional: boolean;
    readonly parameters: number;
  };
  /** On the data, or why it does not fit them; `fitsNone`: nor any others, since the page has no network of such sizes. */
  readonly start:
    | {
        readonly ok: true;
        readonly saved: SavedState;
        readonly settings: RunSettings;
        /** What the file does not tell and how it is taken, in whole sentences. */
        readonly proposals: readonly Said[];
      }
    | { readonly ok: false; readonly problem: Said; readonly fitsNone: boolean };
}

export type ExchangeRequest = ExportRequest | OpenNetworkRequest | HalfWeightsRequest;
export type ExchangeAnswer = Exported | OpenedNetwork | ExchangeRefused;

/** Whoever aborts gets no answer: the promise rejects with the signal's reason. */
export type AskExchange = (request: ExchangeRequest, signal: AbortSignal) => Promise<ExchangeAnswer>;
