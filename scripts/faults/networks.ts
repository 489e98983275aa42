/**
 * Damaged files of networks, through what opens them: every one has to give a network or a reason, soon.
 *
 *     node scripts/run.mjs scripts/faults/networks.ts [COUNT] [FORMAT]
 *
 * Prints, for each format, how many were opened and how many refused, and the longest time. Exit code 1 where anything is thrown, or
 * takes more than two seconds.
 */
import { exportTo } from "../../src/exchange/exportTo";
import { importNetwork } from "../../src/exchange/importNetwork";
import { mutated } from "../../src/exchange/testMutations";
import { configOf, testSubject } from "../../src/exchange/testNetworks";

const longestMs = 2000;
const formats = ["safetensors", "onnx", "keras"] as const;

export async function main([count = "10000", only]: string[]): Promise<number> {
  let code = 0;
  for (const format of formats.filter((name) => !only || name === only)) {
    const exported = await exportTo(format, await testSubject(configOf("gru", { bidirectional: true })));
    if (!exported.ok) throw new Error("Every format has this network.");
    const [{ bytes }] = exported.value;
    const told = { opened: 0, refused: 0, longest: 0 };
    for (let number = 1; number <= Number(count); number++) {
      const startMs = performance.now();
      try {
        const result = await importNetwork(mutated(bytes, number));
        told[result.ok ? "opened" : "refused"]++;
      } catch (error) {
        console.log(`${format} ${number}: ${error}`);
        code = 1;
      }
      told.longest = Math.max(told.longest, performance.now() - startMs);
    }
    if (told.longest > longestMs) code = 1;
    console.log(
      `${format}: ${told.opened} opened, ${told.refused} refused, longest ${told.longest.toFixed(0)} ms`,
    );
  }
  return code;
}
