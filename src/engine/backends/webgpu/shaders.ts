/** The WGSL sources, with their includes put in and a map back to file and line. */

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

const includeLine = /^\/\/ #include (\S+)$/;

function sourceOf(file: string): string {
  const source = sources[`../../../../shaders/${file}`];
  if (source === undefined) throw new Error(`There is no shader shaders/${file}.`);
  return source;
}

/** The shader `shaders/<name>.wgsl`; a line `// #include lib/x.wgsl` is replaced by that file. */
export function shaderSource(name: string): ShaderSource {
  const lines = linesOf(`${name}.wgsl`);
  return { code: lines.map(({ text }) => text).join("\n"), origins: lines.map(({ origin }) => origin) };
}

function linesOf(file: string): { text: string; origin: Origin }[] {
  return sourceOf(file)
    .split("\n")
    .flatMap((text, i) => {
      const included = includeLine.exec(text)?.[1];
      return included ? linesOf(included) : [{ text, origin: { file: `shaders/${file}`, line: i + 1 } }];
    });
}
