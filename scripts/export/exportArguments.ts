import { parseArgs } from "node:util";
import { type Format, formats } from "../../src/exchange/exportTo";
import { UsageError } from "../usage";

export interface ExportArguments {
  /** A checkpoint, or a run that the page has saved. */
  readonly file: string;
  readonly format: Format;
  readonly folder: string;
  /** What the run was trained on, if it is named. */
  readonly data: { readonly kind: "table" | "text" | "only"; readonly name: string } | null;
}

const usage = `npm run export -- FILE --to ${formats.join("|")} --out DIR`;

/** @throws `UsageError`, or Node's own for unknown options */
export function exportArguments(argv: readonly string[]): ExportArguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      to: { type: "string" },
      out: { type: "string" },
      table: { type: "string" },
      text: { type: "string" },
      only: { type: "string" },
    },
    allowPositionals: true,
  });
  if (positionals.length !== 1) throw new UsageError(`Name one file: ${usage}`);
  const format = formats.find((name) => name === values.to);
  if (!format) throw new UsageError(`--to: it is ${formats.join(", ")}. ${usage}`);
  if (!values.out) throw new UsageError(`--out: name the folder to write to. ${usage}`);
  const kinds = ["table", "text", "only"] as const;
  const named = kinds.flatMap((kind) => {
    const name = values[kind];
    return name === undefined ? [] : [{ kind, name }];
  });
  if (named.length > 1) throw new UsageError("--table, --text and --only: a run has one of them.");
  return { file: positionals[0], format, folder: values.out, data: named[0] ?? null };
}
