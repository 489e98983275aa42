/** What a sequence or a row of somebody's data is called. */
import { message, type Said } from "../words/message";

/** A number is that of a row in its file: there may be a million of them. */
export type GivenName = Said | number;

export const nameGiven = (name: GivenName): Said =>
  typeof name === "number" ? message("table.rowNamed", { row: name }) : name;
