/** English, as far as the first picture needs it. */
import { common } from "./common";
import { faults } from "./faults";
import { page } from "./page";

export const first = { common, faults, page };
