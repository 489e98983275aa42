/** English, as far as the first picture needs it. */
import { cells } from "./cells";
import { common } from "./common";
import { controls } from "./controls";
import { faults } from "./faults";
import { page } from "./page";
import { run } from "./run";
import { stage } from "./stage";

export const first = { cells, common, controls, faults, page, run, stage };
