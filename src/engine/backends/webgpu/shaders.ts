/**
 * The WGSL sources with their directives carried out, and a map back to file and line. A directive is a line of its own:
 *
 *     // #include lib/x.wgsl name=value …     that file, in which ${name} stands for the value
 *     // #for r in rows … // #end             its lines once for each r from 0 to ${rows} - 1; `by 4` for every fourth
 *     // #if name … // #else … // #end         the one if ${name} is neither 0 nor false, else the other
 *     // #bindings                            the op's slots; see `bindings.ts`
 *
 * Of a number r, ${r/4*4} is the last multiple of 4 up to it, and ${r%4} the rest.
 *
 * WGSL has no generics, and not every driver unrolls a loop over registers: this is for both.
 */

const sources = import.meta.glob<string>("../../../../shaders/**/*.wgsl", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Origin {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface ShaderSource {
  readonly code: string;
  /** Where each line of `code` comes from. */
  readonly origins: readonly Origin[];
}

/** What `${name}` stands for. */
export type Parameters = Readonly<Record<string, string | number | boolean>>;

interface Line {
  readonly text: string;
  readonly origin: Origin;
}

const directive = /^\s*\/\/ #(include|for|if|else|end|bindings)\b\s*(.*)$/;

function sourceOf(file: string): string {
  const source = sources[`../../../../shaders/${file}`];
  if (source === undefined) throw new Error(`There is no shader shaders/${file}.`);
  return source;
}

/** The shader `shaders/<name>.wgsl`; `bindings` are the lines that declare the slots of its op. */
export function shaderSource(
  name: string,
  parameters: Parameters = {},
  bindings: readonly string[] = [],
): ShaderSource {
  const lines = new Expansion(bindings).file(`${name}.wgsl`, parameters);
  return { code: lines.map(({ text }) => text).join("\n"), origins: lines.map(({ origin }) => origin) };
}

class Expansion {
  readonly #bindings: readonly string[];

  constructor(bindings: readonly string[]) {
    this.#bindings = bindings;
  }

  file(file: string, parameters: Parameters): Line[] {
    const lines = sourceOf(file)
      .split("\n")
      .map((text, i) => ({ text, origin: { file: `shaders/${file}`, line: i + 1 } }));
    return this.#lines(lines, parameters);
  }

  #lines(lines: readonly Line[], parameters: Parameters): Line[] {
    const out: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const { text, origin } = lines[i];
      const [, word, written] = directive.exec(text) ?? [];
      const argument = substituted(written ?? "", parameters, origin);
      if (word === "for" || word === "if") {
        const end = endOf(lines, i);
        out.push(...this.#block(word, argument, lines.slice(i + 1, end), parameters, origin));
        i = end;
      } else if (word === "include") {
        const [file, ...named] = argument.split(/\s+/);
        out.push(
          ...this.file(file, { ...parameters, ...Object.fromEntries(named.map((it) => it.split("="))) }),
        );
      } else if (word === "bindings") {
        out.push(...this.#bindings.map((declared) => ({ text: declared, origin })));
      } else {
        out.push({ text: substituted(text, parameters, origin), origin });
      }
    }
    return out;
  }

  #block(
    word: "for" | "if",
    argument: string,
    body: readonly Line[],
    parameters: Parameters,
    origin: Origin,
  ): Line[] {
    if (word === "if") {
      const otherwise = elseOf(body);
      const chosen = isOn(parameterOf(argument, parameters, origin))
        ? body.slice(0, otherwise)
        : body.slice(otherwise + 1);
      return this.#lines(chosen, parameters);
    }
    const [variable, , count, , by = "1"] = argument.split(/\s+/);
    const times = Math.ceil(Number(parameterOf(count, parameters, origin)) / Number(by));
    const values = Array.from({ length: times }, (_, i) => i * Number(by));
    return values.flatMap((i) => this.#lines(body, { ...parameters, [variable]: i }));
  }
}

const isOn = (value: Parameters[string]) => !["0", "false"].includes(String(value));

/** The line of the `#end` that belongs to the block which begins at line `start`. */
function endOf(lines: readonly Line[], start: number): number {
  const end = start + 1 + indexAtDepth0(lines.slice(start + 1), "end");
  if (end < lines.length) return end;
  throw new Error(`${place(lines[start].origin)}: no "// #end" follows.`);
}

/** The line of the `#else` of the block with this body, or its length. */
const elseOf = (body: readonly Line[]) => indexAtDepth0(body, "else");

/** The first line with this directive that is in no block among these lines; their number if there is none. */
function indexAtDepth0(lines: readonly Line[], wanted: "else" | "end"): number {
  let depth = 0;
  for (const [i, { text }] of lines.entries()) {
    const word = directive.exec(text)?.[1];
    if (word === wanted && depth === 0) return i;
    if (word === "for" || word === "if") depth++;
    if (word === "end") depth--;
  }
  return lines.length;
}

const substituted = (text: string, parameters: Parameters, origin: Origin) =>
  text.replace(/\$\{(\w+)(\/4\*4|%4)?\}/g, (_, name: string, part?: string) => {
    const value = parameterOf(name, parameters, origin);
    if (part === undefined) return String(value);
    const rest = Number(value) % 4;
    return String(part === "%4" ? rest : Number(value) - rest);
  });

function parameterOf(name: string, parameters: Parameters, origin: Origin): Parameters[string] {
  const value = parameters[name];
  if (value === undefined) throw new Error(`${place(origin)}: there is no parameter "${name}".`);
  return value;
}

const place = ({ file, line }: Origin) => `${file}:${line}`;
