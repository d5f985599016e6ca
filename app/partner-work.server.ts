import type { Actor } from "#app/domain/actor.ts";
import { lapsedInWords, lapsedMeans } from "#app/domain/agreement/lapsed-words.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Visit } from "#app/guards.server.ts";
import { paths } from "#app/paths.ts";
import { shutBesides, type ShutAgreement } from "#db/queries/agreement-standing.ts";
import { missingPage, shutOf, type Shut } from "./shut.server.ts";

export { shutPage } from "./shut.server.ts";

/** Why a partner reads no joint work at all; null while an agreement of their agency holds. */
export const shutWork = ({ actor, read }: Visit, today: Day): Promise<Shut | null> =>
  read((tx) => shutOf(tx, actor, today));

/** The agreements of which a partner reads nothing, while others of their agency hold. */
export const shutParts = ({ actor, read }: Visit, today: Day): Promise<ShutAgreement[]> =>
  read((tx) => shutBesides(tx, taskingReaderOf(actor).agencyIds, today));

/** The page of a piece of joint work that is not there for whoever asks: it may be that an agreement of theirs lapsed. */
export const missingWork = async (visit: Visit, today: Day) => missingPage(await shutParts(visit, today));

/** The same for the address of a file, where no page can be shown. */
export async function missingFile(visit: Visit, today: Day): Promise<Response> {
  const shut = await shutWork(visit, today);
  const closed =
    shut === null ? await shutParts(visit, today) : [shut.agreement].filter((one) => one !== null);
  const why = closed.map((agreement) => `${lapsedInWords(agreement)} ${lapsedMeans}`);
  return new Response(["There is no such file for you.", ...why].join("\n\n"), {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}

/** Where whoever has a seat in a joint meeting starts from: an officer without a role of joint tasking comes here too. */
export const homeOfSeat = ({ kind }: Actor): { to: string; words: string } =>
  kind === "staff"
    ? { to: paths.staff.home(), words: "Your work" }
    : { to: paths.partners.home(), words: "Partners" };
