/** Another text for a network that stands: its symbols are those of the first one's vocabulary. */

import { encoderOf, type TextUnit, unitOf, vocabularyLimits, vocabularyOf } from "./textUnit";
import { unknownSymbol } from "./vocabulary";

/** Of a longer one the beginning is read: one network says little more of ten million symbols. */
export const mostSecondSymbols = 5_000_000;
/** So many kinds of unknown symbols are named. */

export interface SecondSymbols {
  readonly unit: TextUnit;
  /** Those of the vocabulary, and the unknown one, which it may have had. */
  readonly symbols: readonly string[];
  readonly unknownId: number;
  /** What stands in the text, as ids of `symbols`. */
  readonly tokens: Int32Array<ArrayBuffer>;
  /** What the network reads: where the vocabulary has no unknown symbol, another stands for it. */
  readonly read: Int32Array<ArrayBuffer>;
  readonly facts: SecondTextFacts;
}

export interface SecondTextFacts {
  readonly unit: TextUnit;
  /** In the text, and of them read. */
  readonly symbols: number;
  readonly readSymbols: number;
  /** Of those that are read, the unknown ones, and what the network reads in their place. */
  readonly unknown: number;
  readonly readAs: string;
  /** The kinds of them. */
  readonly unknownKinds: readonly string[];
}

/** @param vocabulary by token id */
export function secondSymbols(text: string, vocabulary: readonly string[]): SecondSymbols {
  const unit = unitOf(vocabulary);
  const found = vocabulary.indexOf(unknownSymbol);
  const symbols = found >= 0 ? vocabulary : [...vocabulary, unknownSymbol];
  const unknownId = found >= 0 ? found : vocabulary.length;
  const all = encoderOf(symbols)(text).tokens;
  const tokens = all.subarray(0, mostSecondSymbols);
  const { tokens: fed, readAs } = encoderOf(vocabulary)(text);
  return {
    unit,
    symbols,
    unknownId,
    tokens,
    read: fed.subarray(0, mostSecondSymbols),
    facts: {
      unit,
      symbols: all.length,
      readSymbols: tokens.length,
      unknown: tokens.reduce((sum, id) => sum + (id === unknownId ? 1 : 0), 0),
      readAs,
      unknownKinds: newKinds(text, symbols, unit),
    },
  };
}

function newKinds(text: string, symbols: readonly string[], unit: TextUnit): readonly string[] {
  const known = new Set(symbols);
  const kinds = vocabularyOf(text, unit, () => 0, vocabularyLimits[unit].max).symbols;
  return kinds.filter((symbol) => !known.has(symbol));
}
