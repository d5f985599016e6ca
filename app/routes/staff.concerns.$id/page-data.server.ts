import type { Actor } from "#app/domain/actor.ts";
import { similarTo } from "#app/domain/concern/similarity.ts";
import { waitingStates, type ConcernState } from "#app/domain/concern/states.ts";
import { clockInWords } from "#app/domain/concern/triage.ts";
import { accountName } from "#app/domain/account/account-words.ts";
import type { ReadConcern } from "#app/services/concern/read-concern.server.ts";
import type { LngLat } from "#geo/types.ts";
import type { ShownFacts } from "./concern-facts.tsx";
import { formsOpenTo } from "./forms-open.ts";
import { markWords } from "./marked-words.ts";

const mostSimilar = 5;
const waiting: readonly ConcernState[] = waitingStates;

const positionOf = ({ lng, lat }: { lng: number | null; lat: number | null }): LngLat | null =>
  lng === null || lat === null ? null : [lng, lat];

/** What the page is sent of a concern that was read: as much as its reader may see, and no more. */
export function pageDataOf(read: ReadConcern, actor: Actor, now: Date, neighbourhood: string) {
  const { concern, words } = read;
  const isWaiting = waiting.includes(concern.state);
  const forms = formsOpenTo(actor, concern);
  return {
    id: concern.id,
    reference: concern.reference,
    version: concern.version,
    state: concern.state,
    isUrgent: concern.isUrgent,
    isPublished: concern.publishedAt !== null && concern.takenDownAt === null,
    clock: isWaiting ? clockInWords(concern.triageDueAt, now) : null,
    said: words === null ? null : { parts: markWords(words), erasedAt: words.erasedAt },
    text: {
      title: concern.publicTitle ?? "",
      summary: concern.publicSummary ?? "",
      place: concern.publicPlace ?? "",
    },
    textBy: concern.summaryBy === null ? null : (read.names.get(concern.summaryBy) ?? "Nobody known"),
    facts: factsFor(read, neighbourhood),
    // Their own rejection is not theirs to judge.
    forms: concern.decidedBy === actor.accountId ? forms.filter((form) => form !== "appeal") : forms,
    isOwnDecision: concern.state === "appealed" && concern.decidedBy === actor.accountId,
    events: read.events.map(({ id, at, line, name, kind }) => ({
      id,
      at,
      line,
      by: kind === "staff" ? accountName(name) : null,
    })),
    similar: similarOf(read),
  };
}

function factsFor({ concern, diversion, names, ...read }: ReadConcern, neighbourhood: string): ShownFacts {
  const { lng, lat } = concern;
  const nameOf = (id: string | null, nobody: string) =>
    id === null ? nobody : (names.get(id) ?? "somebody");
  return {
    category: concern.category,
    neighbourhood,
    source: concern.source,
    raisedAt: concern.raisedAt,
    enteredBy: concern.enteredBy === null ? null : nameOf(concern.enteredBy, ""),
    raisers: concern.raisers,
    raiser: read.mayReadRaiser ? raiserInWords(read.raiser) : null,
    point: !read.mayReadWords || lng === null || lat === null ? null : { lng, lat },
    mergedInto: read.mergedInto,
    agency: read.agencyName,
    handOff:
      diversion === null
        ? null
        : {
            route: diversion.route,
            by: nameOf(diversion.divertedBy, "detection"),
            at: diversion.divertedAt,
            acknowledged:
              diversion.acknowledgedAt === null
                ? null
                : {
                    at: diversion.acknowledgedAt,
                    by: nameOf(diversion.acknowledgedBy, "somebody"),
                    reference: diversion.forceReference ?? "",
                  },
          },
  };
}

const raiserInWords = (raiser: ReadConcern["raiser"]): string =>
  raiser?.email ?? raiser?.reference ?? "Somebody who left no address";

/** Alike by what was said, for who may read it; by category and place alone for anybody else. */
function similarOf({ concern, words, nearby }: ReadConcern) {
  const draft = {
    category: concern.category,
    position: positionOf(concern),
    words: words?.words ?? concern.publicSummary ?? "",
  };
  const candidates = nearby
    .filter(({ id }) => id !== concern.id)
    .map((one) => ({
      ...one,
      position: positionOf(one),
      words: `${one.title ?? ""} ${one.summary ?? ""}`,
    }));
  return similarTo(draft, candidates, mostSimilar).map(({ id, reference, title, raisers }) => ({
    id,
    reference,
    title: title ?? reference,
    raisers,
  }));
}
