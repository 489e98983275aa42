import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { answerTo } from "./check";
import { importNetwork } from "./importNetwork";
import { worstOf } from "./testNetworks";

const folder = path.resolve(import.meta.dirname, "../../scripts/golden/networks");
const files = readdirSync(folder).filter((name) => !name.endsWith(".json"));

/** As `scripts/golden/make_networks.py` has had each framework save them. */
describe("networks of other frameworks answer here as there", () => {
  it("come from each of them", () => {
    const kinds = new Set(files.map((name) => path.extname(name)));
    expect([...kinds].sort()).toEqual([".keras", ".onnx", ".safetensors"]);
  });

  it.each(files)("%s", async (name) => {
    const result = await importNetwork(readFileSync(path.join(folder, name)));
    if (!result.ok) throw new Error(inEnglish(result.problem));
    const { input, output } = JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8"));
    const { checkpoint, missing } = result.value;
    const answer = await answerTo(checkpoint, input);
    expect(answer.shape).toEqual(output.shape);
    expect(worstOf(answer.data, output.data)).toBeLessThan(1e-5);
    expect(missing).toEqual([checkpoint.config.input.kind === "features" ? "scaling" : "vocabulary"]);
  });
});
