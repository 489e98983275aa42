import type { LookName, Looks } from "../../protocol";
import { benchmark } from "./benchmark";
import type { Look } from "./look";
import { profile } from "./profile";

export const looks: { readonly [Name in LookName]: Look<Looks[Name]> } = { profile, benchmark };
