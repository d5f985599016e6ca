/** Something wrong in a file, and the line it is on; lines count from 1. */
export interface LineProblem {
  line: number;
  message: string;
}
