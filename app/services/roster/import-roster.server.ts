import { setImmediate } from "node:timers/promises";
import type { Actor } from "#app/domain/actor.ts";
import { isCode } from "#app/domain/abstraction/codes.ts";
import type { RosterState } from "#app/domain/abstraction/words.ts";
import {
  allOf,
  differences,
  emptyAccount,
  type RosterAccount,
  type Stated,
} from "#app/domain/roster/account.ts";
import type { RosterRow } from "#app/domain/roster/read-row.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { findRosterMapping, knownPosts } from "#db/queries/roster-mapping.ts";
import { insertRosterRows, updateStagingRoster } from "#db/queries/roster-staging.ts";
import { withActor } from "#db/with-actor.ts";
import { claimRoster, clearRosterRows, stopRoster } from "./claim-roster.server.ts";
import { mappingSchema } from "./mapping-schema.server.ts";
import { readRosterFile } from "./read-roster-file.server.ts";
import { switchRoster, type LateRows, type ReadRoster } from "./switch-roster.server.ts";

export interface RosterToImport {
  path: string;
  /** The name of a stored mapping. */
  mapping: string;
  /** What whoever sends it says that it holds. */
  stated: Stated;
  late: LateRows;
}

export interface ImportedRoster {
  id: string;
  state: Extract<RosterState, "in-force" | "refused">;
  account: RosterAccount;
  problem: string | null;
}

// Under 100 ms of the embedded database, on a busy machine too.
const rowsAtOnce = 1_000;

/**
 * Reads a roster of a duty management system, checks it and puts it in force, whole or not at all: in place of what an
 * earlier roster said of the same posts and days. Every row is accounted for; where its totals are not those that were
 * stated, nothing comes into force. Throws `ImportRefused` where the file or the mapping cannot be used at all.
 */
export async function importRoster(
  deps: JobDeps,
  actor: Actor,
  { path, mapping: mappingName, stated, late }: RosterToImport,
): Promise<ImportedRoster> {
  mustBeAllowed(actor, "roster:import");
  const { row, posts } = await withActor(deps.db, actor, async (tx) => ({
    row: await findRosterMapping(tx, mappingName),
    posts: await knownPosts(tx),
  }));
  const mapping = mappingSchema.safeParse(row?.mapping);
  if (!mapping.success) throw new ImportRefused(`There is no mapping ${mappingName}. Store it first.`);
  const file = await readRosterFile(deps, path, mapping.data, posts);
  const read = countRead(file.rows);
  const id = await claimRoster(deps, actor, {
    mappingName,
    source: file.name.slice(0, 200),
    sourceSum: file.digest,
    state: "staging",
    rowsRead: allOf(read).rows,
    minutesRead: allOf(read).minutes,
    rowsStated: stated.rows ?? file.stated.rows,
    minutesStated: stated.minutes ?? file.stated.minutes,
    startedAt: deps.now(),
    importedBy: actor.accountId,
  });
  try {
    const problem = whyNot(read, [stated, file.stated]);
    const staged = problem === null ? file.rows : file.rows.filter(({ state }) => state !== "taken");
    await stageRows(deps, actor, id, staged);
    if (problem !== null) return await refuse(deps, actor, { id, account: read, problem });
    const saysCodes = Object.values(mapping.data.codes).some(isCode);
    return await putInForce(deps, actor, id, { rows: file.rows, saysCodes, late });
  } catch (error) {
    // why: the reason of the failure matters more than a left-over, which the next import clears.
    await stopRoster(deps, actor, id).catch(() => undefined);
    throw error;
  }
}

function countRead(rows: readonly RosterRow[]): RosterAccount {
  const account = emptyAccount();
  for (const { state, startsAt, endsAt } of rows) {
    account[state].rows += 1;
    if (startsAt !== null && endsAt !== null)
      account[state].minutes += (endsAt.getTime() - startsAt.getTime()) / 60_000;
  }
  return account;
}

/** What is wrong with the file as a whole. */
function whyNot(read: RosterAccount, stated: readonly Stated[]): string | null {
  const words = stated.flatMap((one) => differences(allOf(read), one));
  if (words.length > 0) return words.join(" ");
  if (read.taken.rows === 0) return "No row of it can be taken.";
  // Most of it refused is a mapping that does not fit, and would empty the days that it speaks of.
  return read.refused.rows > read.taken.rows ? "More of its rows are refused than can be taken." : null;
}

async function stageRows(deps: JobDeps, actor: Actor, id: string, rows: readonly RosterRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    deps.signal.throwIfAborted();
    await withActor(deps.db, actor, (tx) => insertRosterRows(tx, id, rows.slice(from, from + rowsAtOnce)));
    const done = Math.min(from + rowsAtOnce, rows.length);
    deps.progress({ stage: "Staging", done, total: rows.length, unit: "rows" });
    await setImmediate();
  }
}

async function refuse(
  { db, now }: JobDeps,
  actor: Actor,
  { id, account, problem }: { id: string; account: RosterAccount; problem: string },
): Promise<ImportedRoster> {
  await withActor(db, actor, (tx) =>
    updateStagingRoster(tx, id, { state: "refused", finishedAt: now(), problem }),
  );
  return { id, state: "refused", account, problem };
}

async function putInForce(
  deps: JobDeps,
  actor: Actor,
  id: string,
  roster: ReadRoster,
): Promise<ImportedRoster> {
  deps.signal.throwIfAborted();
  deps.progress({ stage: "Putting in force", done: 0, total: roster.rows.length, unit: "rows" });
  const { account, problem } = await switchRoster(deps, actor, id, roster);
  await clearRosterRows(deps.db, actor, id, "taken").catch(() => undefined);
  return { id, state: "in-force", account, problem };
}
