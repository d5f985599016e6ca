import type { LoaderFunctionArgs } from "@remix-run/node";
import { neighbourhoodGroups } from "#app/components/neighbourhood-groups.ts";
import { postInWords, postWithoutName } from "#app/components/abstraction/post-words.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { responseCover, type CodeKind } from "#app/domain/abstraction/codes.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { Visit } from "#app/guards.server.ts";
import { keyedHash } from "#app/services/keys/keys.server.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { mostUsedCodes, type AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import { dutiesWithin } from "#db/queries/duty-time.ts";
import {
  findPriorityOf,
  findResponseTeam,
  listOpenPriorities,
  listResponseTeams,
} from "#db/queries/entry-facts.ts";
import { listPosts, postsOf, type Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

/** How many codes stand there at once, and since when they are counted. */
const usedCodes = 3;
const usedDays = 30;
/** What a new force uses first. */
const firstUsed = ["R1", "C1", "A1"] as const;

const kindWords: Readonly<Record<CodeKind, string>> = {
  abstraction: "Abstraction",
  neighbourhood: "Neighbourhood duty",
  unavailable: "Not at work",
};

/** Stands for an account on a device, and tells nothing of it. */
export const deviceMark = ({ context }: Pick<LoaderFunctionArgs, "context">, { signedIn }: Visit): string =>
  keyedHash(context.keys.links, "abstraction-device", signedIn.accountId).slice(0, 24);

/** The posts of which somebody logs, their own first. */
export async function listPostsToLog(tx: Db, { actor, signedIn }: Visit, now: Date) {
  const today = londonDay(now);
  const own = can(actor, "abstraction:log-own") ? await postsOf(tx, signedIn.accountId, today) : [];
  const scope = scopeOf(actor, "abstraction:confirm") ?? scopeOf(actor, "abstraction:correct-late");
  const others = scope === null ? [] : await listPosts(tx, scope, today);
  const isOwn = ({ id }: Post) => own.some((post) => post.id === id);
  return { own, posts: [...own, ...others.filter((post) => !isOwn(post))] };
}

/** What the form of an entry offers, of a definition and some neighbourhoods; what the entry has stays with it. */
export async function readEntryChoices(
  tx: Db,
  { finder, now }: Pick<LoaderFunctionArgs["context"], "finder" | "now">,
  neighbourhoodIds: readonly string[],
  kept: Pick<AbstractionEntry, "priorityId" | "responseTeamId"> = { priorityId: null, responseTeamId: null },
) {
  const { codes } = await definitionAt(tx, londonDay(now));
  const used = await mostUsedCodes(tx, hoursAfter(now, -24 * usedDays), usedCodes);
  const first = [...new Set([...used, ...firstUsed])].slice(0, usedCodes);
  const item = ({ code, words, note }: (typeof codes)[number]) => ({
    value: code,
    label: `${code} ${words}`,
    // How the rest of its row is asked is said where it is asked.
    ...(note === "" || code === responseCover ? {} : { hint: note }),
  });
  const priorities = [...(await listOpenPriorities(tx, neighbourhoodIds))];
  const { priorityId, responseTeamId } = kept;
  if (priorityId !== null && !priorities.some(({ id }) => id === priorityId)) {
    const priority = await findPriorityOf(tx, priorityId, neighbourhoodIds);
    if (priority !== null) priorities.push(priority);
  }
  const teams = await listResponseTeams(tx);
  if (responseTeamId !== null && !teams.some(({ id }) => id === responseTeamId)) {
    const team = await findResponseTeam(tx, responseTeamId);
    if (team !== null) teams.push(team);
  }
  return {
    codes: {
      first: first.flatMap((code) => codes.filter((rule) => rule.code === code).map(item)),
      groups: Object.entries(kindWords).map(([kind, words]) => ({
        words,
        items: codes.filter((rule) => rule.kind === kind && !first.includes(rule.code)).map(item),
      })),
    },
    teams,
    priorities: priorities.map(({ id, reference, title }) => ({
      value: id,
      words: `${title} (${reference})`,
    })),
    neighbourhoods: neighbourhoodGroups(finder.neighbourhoods).map(({ label, items }) => ({
      label,
      items: items.map(({ value, words }) => ({ value: finder.bySlug(value)?.id ?? "", words })),
    })),
  };
}

/** The posts as the form offers them: who is on duty now first. */
export async function readPostChoices(tx: Db, posts: readonly Post[], now: Date) {
  const duties = await dutiesWithin(
    tx,
    posts.map(({ id }) => id),
    { from: now, to: new Date(now.getTime() + 1) },
  );
  const onDuty = new Set(duties.map(({ postId }) => postId));
  const choice = (post: Post) => ({ value: post.id, label: postInWords(post) });
  return {
    onDuty: posts.filter(({ id }) => onDuty.has(id)).map(choice),
    others: posts.filter(({ id }) => !onDuty.has(id)).map(choice),
    nameless: posts.map((post) => ({ value: post.id, label: postWithoutName(post) })),
  };
}
