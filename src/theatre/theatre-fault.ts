// One fault of a theatre's files, as a linter says it: file, row, column, what is wrong.

export interface TheatreFault {
  /** The file's name inside the theatre's folder. */
  readonly file: string;
  /** For CSV the line, for JSON the entry of a list; both counted from 1. Null for the whole file. */
  readonly row: number | null;
  /** For CSV the column's name, for JSON the path to the field. */
  readonly column: string | null;
  readonly message: string;
}

/** `gazetteer.csv:12: parent: no place has the id "x"`. */
export const printFault = ({ file, row, column, message }: TheatreFault): string =>
  [row === null ? file : `${file}:${row}`, column, message].filter((part) => part !== null && part !== '').join(': ');

/** Where faults go while files are read: all of them are wanted, not the first. */
export type ReportFault = (fault: TheatreFault) => void;

/** A value of a file and where it stood, counted as in a fault. */
export interface Row<T> {
  readonly row: number;
  readonly value: T;
}
