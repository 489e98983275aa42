/** English, as far as the first picture needs it. */
import { cells } from "./cells";
import { common } from "./common";
import { controls } from "./controls";
import { engine } from "./engine";
import { faults } from "./faults";
import { history } from "./history";
import { page } from "./page";
import { run } from "./run";
import { stage } from "./stage";
import { transport } from "./transport";

export const first = { cells, common, controls, engine, faults, history, page, run, stage, transport };
