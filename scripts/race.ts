/**
 * Races cells on the CPU engine: the same data, seeds, batches and order, matched by their numbers of parameters, and says as a table
 * in Markdown what they come to.
 *
 *     npm run race -- --on pictures,adding [--cells gru,lstm,rnn,fourGate] [--steps 500] [--seeds 3] [--match parameters|units|time] [--SETTING VALUE …]
 *
 * On samples and tasks by their names, and on `text`, the sample text. With `--match time`, `--steps` are seconds of training.
 * Every setting of a run (`src/session/settings.ts`) but the cell is an option of its name. Exit code 2, with one line, for what
 * cannot be raced.
 */

import { Refusal } from "./accuracy/refusal";
import { raceArguments } from "./race/raceArguments";
import { runRace } from "./race/runRace";

export async function main(argv: string[]): Promise<number> {
  try {
    const { subjects, ...race } = await raceArguments(argv);
    for (const subject of subjects) console.log(await runRace(subject, race));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 2;
  }
}
