/** English, as far as the first picture needs it. */
import { common } from "./common";
import { engine } from "./engine";
import { faults } from "./faults";
import { page } from "./page";
import { transport } from "./transport";

export const first = { common, engine, faults, page, transport };
