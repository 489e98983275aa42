/** English, as far as the first picture needs it. */
import { common } from "./common";
import { page } from "./page";

export const first = { common, page };
