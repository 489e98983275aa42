import { describe, expect, it } from "vitest";
import { type Message, message } from "../../words/message";
import { detectSigns, partsOfNumber, signedParser, signRules } from "./numberSigns";
import { detectNumberFormat, numberParser } from "./numbers";

/** What a column of these cells is read as. */
function read(cells: readonly string[]) {
  const parse = numberParser(detectNumberFormat([cells]));
  const signs = detectSigns(cells, parse);
  return {
    values: cells.map(signs ? signedParser(parse, signs) : parse),
    rules: signs && signRules(signs),
  };
}

const ignored = (sign: string) => message("table.signIgnored", { sign });
const bracketed = message("table.bracketsRead");

const times = (
  sign: string,
  factor:
    | "thousand"
    | "tenThousand"
    | "hundredThousand"
    | "million"
    | "tenMillion"
    | "hundredMillion"
    | "billion"
    | "trillion",
) => message("table.multiplierRead", { sign, factor });

it.each<[readonly string[], readonly number[], readonly Message[]]>([
  [
    ["9800", "1.2万", "3 亿"],
    [9800, 12_000, 3e8],
    [times("万", "tenThousand"), times("亿", "hundredMillion")],
  ],
  [
    ["9800元", "1.5万元", "2万元"],
    [9800, 15_000, 20_000],
    [times("万元", "tenThousand"), ignored("元")],
  ],
  [
    ["2兆", "3.5億"],
    [2e12, 3.5e8],
    [times("兆", "trillion"), times("億", "hundredMillion")],
  ],
  [["2兆", "3兆"], [2, 3], [ignored("兆")]],
  [
    ["2만", "2억"],
    [20_000, 2e8],
    [times("만", "tenThousand"), times("억", "hundredMillion")],
  ],
  [["2千", "3千"], [2000, 3000], [times("千", "thousand")]],
  [["2千克", "3千克"], [2, 3], [ignored("千克")]],
  [
    ["600 Tsd.", "1,5 Mio.", "1,2 Mio."],
    [600_000, 1.5e6, 1.2e6],
    [times("Tsd.", "thousand"), times("Mio.", "million")],
  ],
  [
    ["1.2 million", "3 billion", "1.5 bn"],
    [1.2e6, 3e9, 1.5e9],
    [times("million", "million"), times("billion", "billion"), times("bn", "billion")],
  ],
  [
    ["2 Millionen €", "1 Milliarde €"],
    [2e6, 1e9],
    [times("Millionen €", "million"), times("Milliarde €", "billion")],
  ],
  [
    ["600 Tsd. €", "1,5 Mio. €"],
    [600_000, 1.5e6],
    [times("Tsd. €", "thousand"), times("Mio. €", "million")],
  ],
  [
    ["2.5 lakh", "1.5 crore"],
    [250_000, 1.5e7],
    [times("lakh", "hundredThousand"), times("crore", "tenMillion")],
  ],
  [
    ["2.5 L", "1.5 Cr"],
    [250_000, 1.5e7],
    [times("L", "hundredThousand"), times("Cr", "tenMillion")],
  ],
  [["2.5 L", "1.5 L"], [2.5, 1.5], [ignored("L")]],
  [
    ["7,50-", "72,50", "59,50", "1.252,50-", "3,00", "4,10"],
    [-7.5, 72.5, 59.5, -1252.5, 3, 4.1],
    [message("table.minusBehindRead")],
  ],
  [
    ["104.5", "105.3*", "107.6", "104 r"],
    [104.5, 105.3, 107.6, 104],
    [ignored("*"), ignored("r")],
  ],
])("reads %j by what multiplies it", (cells, values, rules) => {
  const { values: found, rules: said } = read(cells);
  found.forEach((value, at) => void expect(value).toBeCloseTo(values[at], 3));
  expect(said).toEqual(rules);
});

it.each<[readonly string[], readonly number[], readonly Message[]]>([
  [
    ["<1", "<1", "3", "<1", "2", "<1", "4", "5", "<1"],
    [1, 1, 3, 1, 2, 1, 4, 5, 1],
    [message("table.boundRead", { sign: "<" })],
  ],
  [["4:26.7", "1:02:03", "0:59", "61:00"], [266.7, 3723, 59, 3660], [message("table.durationsRead")]],
  [
    [`52°31'12"N`, `33°52′30″S`, `0° 30' N`, "12.5° S", "52° 31,5′ N"],
    [52.52, -33.875, 0.5, -12.5, 52.525],
    [message("table.degreesRead")],
  ],
  [["W 151° 15.0'", "E 116°30'"], [-151.25, 116.5], [message("table.degreesRead")]],
  [["北纬39°54′", "南緯12°30′36″", "东经116.5°"], [39.9, -12.51, 116.5], [message("table.degreesRead")]],
  [["12°", "15.5°", "-3°"], [12, 15.5, -3], [ignored("°")]],
  [["20", "<1", "22", "24"], [20, 1, 22, 24], [message("table.boundRead", { sign: "<" })]],
  [["5 toString", "6 toString", "7"], [5, 6, 7], [ignored("toString")]],
  [["7.8 %", "8.1 %", "-0.3 %"], [7.8, 8.1, -0.3], [ignored("%")]],
  [["7,8 %", "8,15 %"], [7.8, 8.15], [ignored("%")]],
  [
    ["900", "1.38K", "2.5M", "-1B"],
    [900, 1380, 2_500_000, -1e9],
    [
      message("table.multiplierRead", { sign: "K", factor: "thousand" }),
      message("table.multiplierRead", { sign: "M", factor: "million" }),
      message("table.multiplierRead", { sign: "B", factor: "billion" }),
    ],
  ],
  [["1 234,5", "12,25"], [1234.5, 12.25], []],
  [["1\u202f234,5 €", "12,25 €"], [1234.5, 12.25], [ignored("€")]],
  [["(12)", "15", "(1,234.5)"], [-12, 15, -1234.5], [bracketed]],
  [
    ["$5.00", "-$1,200.50", "$-3", "($7)"],
    [5, -1200.5, -3, -7],
    [bracketed, ignored("$")],
  ],
  [["3.4 °C", "5 °C", "\u22122 °C"], [3.4, 5, -2], [ignored("°C")]],
  [["12kg", "3.5kg"], [12, 3.5], [ignored("kg")]],
  [["300 K", "301.5 K"], [300, 301.5], [ignored("K")]],
  [
    ["300K", "301.5K"],
    [300_000, 301_500],
    [message("table.multiplierRead", { sign: "K", factor: "thousand" })],
  ],
  [["1e3 m/s", "2.5e-1 m/s"], [1000, 0.25], [ignored("m/s")]],
])("%j", (cells, values, rules) => {
  const found = read(cells);
  expect(found.rules ?? []).toEqual(rules);
  found.values.forEach((value, i) => {
    expect(value).toBeCloseTo(values[i], 9);
  });
});

describe("what is no number around which something stands", () => {
  it.each([
    ["groups", ["<18", ">65", "<18", ">65"]],
    ["ranges", ["18-65", "20-30"]],
    ["a single unit among plain numbers", ["1", "2", "3kg", "4"]],
    ["different words", ["1 apple", "2 pears", "3 plums"]],
    ["times and dates", ["12:30", "13:45", "2024-01-01"]],
    ["ordinals and codes", ["1st", "2nd", "3rd", "A1", "B2"]],
    ["half a bracket", ["(12", "13)"]],
  ])("%s", (_, cells) => {
    expect(read(cells).rules).toBe(null);
  });

  it("is not accepted with signs that the column does not have", () => {
    const parse = signedParser(numberParser({ decimal: ".", thousands: "" }), {
      prefixes: ["<"],
      suffixes: [],
      brackets: false,
    });
    expect([parse("<5"), parse("5"), parse(">5"), parse("5%"), parse("(5)"), parse("< x")]).toEqual([
      5,
      5,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

it.each([`52°61'N`, `52.5°30'N`, `400°N`, `N 5°30'S`, "52°31'12x"])("%s is no angle", (cell) => {
  const signs = { prefixes: [], suffixes: [], brackets: false, degrees: true } as const;
  expect(signedParser(Number, signs)(cell)).toBe(Number.NaN);
});

it("does not hang on long cells", () => {
  expect(partsOfNumber(`${"1,".repeat(5000)}x${" ".repeat(5000)}y`)).toBe(null);
});
