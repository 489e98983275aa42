import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generatedSampleNames } from "../data/samples/sampleNames";
import { defaultParameters } from "../data/tasks/parameters";
import { memoryTasks } from "../data/tasks/registry";
import type { DataSource, Probe } from "../session/protocol";
import {
  defaultSettings,
  isRunSettings,
  type RunSettings,
  type Setting,
  settingNames,
  settingOf,
} from "../session/settings";
import { inEnglish } from "../words/english";
import { languages } from "../words/language";
import {
  type Lesson,
  type Linked,
  type LinkedWeights,
  lessonParts,
  linkIn,
  mostLinkCharacters,
  mostTextBytes,
  plainView,
} from "./linkForm";
import { readLink } from "./readLink";
import type { KeptView } from "./runRecord";
import { writeLink } from "./writeLink";

function valueFor(setting: Setting): fc.Arbitrary<unknown> {
  switch (setting.kind) {
    case "number":
      return setting.integer
        ? fc.integer({ min: setting.min, max: setting.max })
        : fc.double({ min: setting.min, max: setting.max, noNaN: true });
    case "choice":
      return fc.constantFrom(...setting.options);
    case "flag":
      return fc.boolean();
    case "sizes": {
      const { min, max, most } = setting;
      return fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: most });
    }
  }
}

const someSettings = fc
  .record(Object.fromEntries(settingNames.map((name) => [name, valueFor(settingOf(name))])), {
    requiredKeys: [],
  })
  .map((change): RunSettings => {
    const all: object = { ...defaultSettings, ...change };
    if (!isRunSettings(all)) throw new Error("They are within their ranges.");
    return all;
  });

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
const reading = fc
  .record({
    unit: optional(fc.constantFrom("characters" as const, "words" as const)),
    limit: optional(fc.integer({ min: 2, max: 20_000 })),
    lines: optional(fc.constant("shuffled" as const)),
  })
  .map(defined);

const text = fc.string({ unit: fc.constantFrom("a", " ", "“", "门", "\n", "\ud800", "𝛼"), maxLength: 300 });

const data: fc.Arbitrary<DataSource> = fc.oneof(
  fc
    .tuple(optional(fc.constantFrom(...languages)), reading)
    .map(([language, read]) => ({ kind: "sample", ...defined({ language }), ...read }) as const),
  fc.constantFrom(...generatedSampleNames).map((sample) => ({ kind: "generated", sample }) as const),
  fc.tuple(text, reading).map(([pasted, read]) => ({ kind: "pasted", text: pasted, ...read }) as const),
  fc
    .tuple(fc.constantFrom(...Object.values(memoryTasks)), fc.integer(), fc.boolean())
    .map(([task, seed, highest]) => {
      const parameters = highest
        ? Object.fromEntries(Object.entries(task.parameters).map(([name, { max }]) => [name, max]))
        : defaultParameters(task);
      return { kind: "prepared", data: { kind: "task", task: task.name, parameters, seed } } as const;
    }),
);

const probe: fc.Arbitrary<Probe | null> = fc.oneof(
  fc.constant(null),
  text.map((one) => ({ kind: "text", text: one }) as const),
  fc.nat(10_000).map((index) => ({ kind: "example", index }) as const),
);

const view: fc.Arbitrary<KeptView> = fc.record({
  layer: fc.nat(7),
  unit: fc.nat(511),
  time: fc.nat(2000),
  unitOrder: fc.constantFrom("alike", "memory"),
  rowHeight: fc.constant(null),
  columnWidth: fc.constant(null),
  pins: fc.array(fc.record({ layer: fc.nat(7), unit: fc.nat(511), colour: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 6,
  }),
  shownLook: fc.constantFrom("cell", "cost"),
});

const linked: fc.Arbitrary<Linked> = fc.record({
  setup: fc.record({ data, settings: someSettings, probe }),
  view,
});

const lesson: fc.Arbitrary<Lesson> = fc
  .record({ hidden: fc.subarray([...lessonParts]), isLocked: fc.boolean() })
  .filter(({ hidden, isLocked }) => isLocked || hidden.length > 0);

/** Of any bytes: what they mean is the exchanger's to say. */
const weights: fc.Arbitrary<LinkedWeights> = fc.record({
  steps: fc.nat(),
  file: fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
});

const full: fc.Arbitrary<Linked> = fc
  .tuple(linked, fc.option(lesson), fc.option(weights))
  .map(([one, taught, held]) => ({
    ...one,
    ...(taught && { lesson: taught }),
    ...(held && { weights: held }),
  }))
  .filter((one) => one.lesson !== undefined || one.weights !== undefined);

const written = (one: Linked): string => {
  const link = writeLink(one);
  if (link === null) throw new Error("It fits in a link.");
  return link;
};

const sample: Linked = {
  setup: { data: { kind: "sample", language: "en" }, settings: defaultSettings, probe: null },
  view: plainView,
};
const withData = (one: DataSource): Linked => ({ ...sample, setup: { ...sample.setup, data: one } });

/** Another text behind the version, as whoever breaks a link by hand would write it. */
const ofParts = async (parts: object): Promise<string> => {
  const { deflateSync } = await import("fflate");
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(parts)));
  return `1${Buffer.from(bytes).toString("base64url")}`;
};

describe("a link", () => {
  it("opens what it was made of", () =>
    fc.assert(
      fc.property(linked, (one) => {
        const link = written(one);
        expect(link).toMatch(/^1[\w-]*$/);
        expect(linkIn(`#${link}`)).toBe(link);
        expect(readLink(link)).toEqual({ linked: one, problems: [] });
      }),
      { numRuns: 1000 },
    ));

  it("opens with the weights that it was made of, and what it hides and locks", () =>
    fc.assert(
      fc.property(full, (one) => {
        const link = written(one);
        expect(link).toMatch(/^2[\w-]*(\.[\w-]+)?$/);
        expect(linkIn(`#${link}`)).toBe(link);
        expect(readLink(link)).toEqual({ linked: one, problems: [] });
      }),
      { numRuns: 500 },
    ));

  it("is short", () => {
    const tuned = { ...defaultSettings, cell: "lstm", hiddenSizes: [128, 64], learningRate: 0.001 } as const;
    const typical: Linked = {
      setup: {
        data: { kind: "sample", language: "en" },
        settings: tuned,
        probe: { kind: "text", text: "The queen said" },
      },
      view: { ...plainView, unit: 12, time: 9, pins: [{ layer: 0, unit: 12, colour: 1 }] },
    };
    expect(written(typical).length).toBeLessThan(180);
    expect(written(sample).length).toBeLessThan(40);
    const longest = "门".repeat(Math.floor(mostTextBytes / 3));
    expect(written(withData({ kind: "pasted", text: longest })).length).toBeLessThan(mostLinkCharacters);
  });

  it("of the page's own network brings its weights, and of no other", async () => {
    const own: Linked = { ...sample, setup: { ...sample.setup, settings: null } };
    expect(readLink(written(own))).toEqual({ linked: own, problems: [] });
    const words = readLink(await ofParts({ d: { k: "s", u: "words" }, s: null }));
    expect(words.problems.map(inEnglish)).toEqual([
      "The link’s settings cannot be used. They are as at first.",
    ]);
    expect(words.linked?.setup.settings).toEqual(defaultSettings);
  });

  it("holds no data of files, and no more than 2 kB of a text", () => {
    expect(writeLink(withData({ kind: "file", file: new File(["a"], "a.txt") }))).toBeNull();
    expect(writeLink(withData({ kind: "pasted", text: "门".repeat(683) }))).toBeNull();
    expect(writeLink(withData({ kind: "pasted", text: "a".repeat(mostTextBytes) }))).not.toBeNull();
  });

  it("leaves a sequence of one's own out", () => {
    const own = { kind: "own", name: "drawn", steps: 1, values: new Float32Array(2) } as const;
    const drawn = { ...sample, setup: { ...sample.setup, probe: own } };
    expect(readLink(written(drawn)).linked).toEqual(sample);
  });

  it("of version 1 opens for ever", () => {
    const { links } = JSON.parse(
      readFileSync(path.join(import.meta.dirname, "linksForm1Fixture.json"), "utf8"),
    );
    expect(links).toHaveLength(4);
    for (const { link, opens } of links)
      expect(JSON.parse(JSON.stringify(readLink(link)))).toEqual({ linked: opens, problems: [] });
  });
});

describe("a link of form 2", () => {
  it("opens for ever", () => {
    const { links } = JSON.parse(
      readFileSync(path.join(import.meta.dirname, "linksForm2Fixture.json"), "utf8"),
    );
    expect(links).toHaveLength(2);
    for (const { link, opens } of links) {
      const read = readLink(link);
      const { weights: held, ...others } = read.linked ?? {};
      const file = held && { ...held, file: Buffer.from(held.file).toString("base64") };
      const plain = JSON.parse(JSON.stringify({ ...others, ...(file && { weights: file }) }));
      expect({ linked: plain, problems: read.problems }).toEqual({ linked: opens, problems: [] });
    }
  });
});

describe("a link that is not as it was made", () => {
  const said = (link: string) => readLink(link).problems.map(inEnglish);

  it("says that it is broken, or too new", () => {
    const link = written(sample);
    const damaged = [
      "This link is damaged, and nothing of it can be read. Copy it once more from where it comes from.",
    ];
    for (const broken of ["", "1", "1!", "0abc", "x", link.slice(0, -6), "1".repeat(mostLinkCharacters + 1)])
      expect(said(broken), broken.slice(0, 20)).toEqual(damaged);
    expect(said(`3${link.slice(1)}`)).toEqual([
      "This link was made by a newer version of this page. Reload the page to get the newest one.",
    ]);
    for (const after of [".", ")", ").", ",", "%3E", "%20and", "&utm_source=mail", "”", "?x", "\u200b"])
      expect(linkIn(`#${link}${after}`), after).toBe(link);
    for (const within of ["%0A", "\n", "%0D%0A", "%E2%80%8B", "\u00ad"])
      expect(linkIn(`#${link.slice(0, 9)}${within}${link.slice(9)}`), within).toBe(link);
    expect(linkIn("#benchmark")).toBeNull();
    expect(linkIn("")).toBeNull();
  });

  it("says which part is out of range, and opens the rest", async () => {
    const link = await ofParts({
      d: { k: "t", n: "copy", e: 3, q: { delay: -1, symbols: 5 } },
      s: { hiddenSizes: [9999], seed: 7, speed: 2, ["__proto__"]: 1 },
      p: 2,
      v: { u: 5, p: "all" },
    });
    const { linked: found, problems } = readLink(link);
    expect(problems.map(inEnglish)).toEqual([
      expect.stringContaining("from"),
      "The setting “Hidden units” (hiddenSizes) has to be one to 4 whole numbers from 8 to 512.",
      "There is no setting “speed”.",
      "What the link looks at cannot be used.",
    ]);
    const usual = defaultParameters(memoryTasks.copy);
    expect(found).toEqual({
      setup: {
        data: {
          kind: "prepared",
          data: { kind: "task", task: "copy", parameters: { ...usual, symbols: 5 }, seed: 3 },
        },
        settings: { ...defaultSettings, seed: 7 },
        probe: { kind: "example", index: 2 },
      },
      view: plainView,
    });
    expect(said(await ofParts({ d: { k: "g", n: "films" }, p: { x: 1 } }))).toEqual([
      "The link’s data cannot be used. The sample text is open instead.",
      "The sequence that the link shows cannot be used.",
    ]);
  });

  it("whose weights are cut off, damaged or not there opens the rest", () => {
    const file = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 7919) >> 8);
    const link = written({ ...sample, lesson: { hidden: [], isLocked: true }, weights: { steps: 5, file } });
    const rest = { ...sample, lesson: { hidden: [], isLocked: true } };
    const at = link.indexOf(".");
    const why = ["The weights in this link are damaged or cut off. Fresh weights are in their place."];
    const half = link.slice(0, (at + link.length) >> 1);
    const other = `${link.slice(0, -9)}${link.at(-9) === "A" ? "B" : "A"}${link.slice(-8)}`;
    for (const broken of [
      link.slice(0, at),
      link.slice(0, at + 1),
      half,
      other,
      `${link}.A`,
      `${link}${"A".repeat(50_000)}`,
    ]) {
      const read = readLink(broken);
      expect(read.problems.map(inEnglish), broken.slice(-20)).toEqual(why);
      expect(read.linked).toEqual(rest);
    }
  });

  it("which says more of its weights than there may be is not believed", async () => {
    const { deflateSync } = await import("fflate");
    const text = (bytes: Uint8Array) => Buffer.from(deflateSync(bytes)).toString("base64url");
    const withWeights = (w: unknown, file: string) =>
      `2${text(new TextEncoder().encode(JSON.stringify({ d: { k: "s" }, w })))}.${file}`;
    const bytes = 20_000_000;
    const bomb = text(new Uint8Array(bytes));
    for (const w of [{ n: 1, b: bytes, c: 1 }, { n: 1, b: 200, c: 1 }, { n: -1, b: 2, c: 1 }, [], "x", null])
      expect(said(withWeights(w, bomb)), JSON.stringify(w)).toHaveLength(1);
    expect(readLink(withWeights({ n: 1, b: 2, c: 131073 }, text(new Uint8Array(2)))).problems).toEqual([]);
  });

  it("says that what it hides cannot be read, and hides nothing", async () => {
    const { deflateSync } = await import("fflate");
    const json = JSON.stringify({ d: { k: "s" }, h: ["everything"], k: 7 });
    const { linked: found, problems } = readLink(
      `2${Buffer.from(deflateSync(new TextEncoder().encode(json))).toString("base64url")}`,
    );
    expect(problems.map(inEnglish)).toEqual([
      "What the link hides or locks cannot be read. The whole page is open.",
    ]);
    expect(found?.lesson).toBeUndefined();
  });

  it.each([
    { form: "1", of: linked },
    { form: "2", of: full },
  ])(
    "10,000 times is met without an error: what it opens can be used, or there is a reason (form $form)",
    ({ of }) => {
      const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      const mutation = fc.record({
        at: fc.nat(),
        kind: fc.constantFrom("change", "drop", "add", "cut"),
        by: fc.nat(63),
      });
      const outcomes = { opened: 0, refused: 0 };
      fc.assert(
        fc.property(of, fc.array(mutation, { minLength: 1, maxLength: 3 }), (one, mutations) => {
          const mutated = mutations.reduce((link, { at, kind, by }) => {
            const i = at % Math.max(1, link.length);
            const rest = kind === "cut" ? "" : link.slice(kind === "add" ? i : i + 1);
            return link.slice(0, i) + (kind === "drop" || kind === "cut" ? "" : base64[by]) + rest;
          }, written(one));
          const { linked: found, problems } = readLink(mutated);
          if (found) outcomes.opened++;
          else outcomes.refused++;
          expect(found !== null || problems.length > 0).toBe(true);
          if (found?.setup.settings) expect(isRunSettings(found.setup.settings)).toBe(true);
          for (const problem of problems) expect(inEnglish(problem)).toMatch(/\.$/);
          // What is not as it was written is not opened as if it were.
          if (found?.weights) expect(found.weights.file).toEqual(one.weights?.file);
          if (found) expect(writeLink(found)).not.toBeNull();
        }),
        { numRuns: 10_000 },
      );
      expect(outcomes.opened).toBeGreaterThan(100);
      expect(outcomes.refused).toBeGreaterThan(100);
    },
  );
});
