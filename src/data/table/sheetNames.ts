/** What the tables of a sheet are called beside other sheets, whose names have no colons (Excel forbids them). */

export const tableOfSheet = (sheet: string, table: string): string => `${sheet}: ${table}`;

/** All of its rows as one table. */
export const allOfSheet = (sheet: string): string => `${sheet}:`;

export const isAllOfSheet = (name: string): boolean => name.endsWith(":");

/** Without what says that it is all of it. */
export const bareSheet = (name: string): string => (isAllOfSheet(name) ? name.slice(0, -1) : name);
