import type { BatchState } from "#app/domain/ballot/batch.ts";
import { paths } from "#app/paths.ts";

type Keyed =
  { state: "keyed" | "differing" } | { state: "checked"; counted: number; repeated: readonly number[] };

/** Where to go once an entry is saved: the address names rows of papers, nobody's reference. */
export function batchDoneAddress(id: string, keyed: Keyed): string {
  const address = `${paths.staff.batch(id)}?done=${keyed.state}`;
  return keyed.state === "checked"
    ? `${address}&counted=${keyed.counted}&repeated=${keyed.repeated.join(".")}`
    : address;
}

const rowsShape = /^\d{1,2}(?:\.\d{1,2})*$/;

/** What was done just now, in words; null where nothing was, or what the address says is not so. */
export function batchDoneWords(said: URLSearchParams, state: BatchState): string | null {
  if (said.get("done") !== state) return null;
  if (state === "keyed") return "The first entry is saved. Somebody else has to enter the batch again.";
  if (state !== "checked") return null;
  const counted = /^\d{1,2}$/.test(said.get("counted") ?? "") ? Number(said.get("counted")) : 0;
  const repeated = said.get("repeated") ?? "";
  const words = `The two entries are equal. ${counted === 1 ? "1 ballot counts" : `${counted} ballots count`}.`;
  return rowsShape.test(repeated)
    ? `${words} These rows do not, because their voters have a ballot already: ${repeated.replaceAll(".", ", ")}.`
    : words;
}
