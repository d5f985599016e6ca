/** A published concern as it is offered to somebody who types one like it. */
export interface SimilarConcern {
  reference: string;
  title: string;
  raisers: number;
}

const isSimilar = (value: unknown): value is SimilarConcern =>
  typeof value === "object" &&
  value !== null &&
  "reference" in value &&
  typeof value.reference === "string" &&
  "title" in value &&
  typeof value.title === "string" &&
  "raisers" in value &&
  typeof value.raisers === "number";

/** Reads the answer of the server; nothing where it makes no sense. */
export function readSimilar(answer: unknown): SimilarConcern[] {
  if (typeof answer !== "object" || answer === null || !("concerns" in answer)) return [];
  return Array.isArray(answer.concerns) ? answer.concerns.filter(isSimilar) : [];
}
