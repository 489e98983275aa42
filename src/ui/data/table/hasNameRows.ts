import type { TableFormat } from "../../../data/table/tableTypes";

/** Whether a row of cells can have the names: other forms of files say them elsewhere. */
export const hasNameRows = ({ header, headerRows }: TableFormat): boolean => !header || headerRows > 0;
