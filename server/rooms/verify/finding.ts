/** Something that is not as it was written: in which table, which row, and what is wrong with it. */
export type Finding = { table: string; row: string | number; what: string }
