import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Visit } from "#app/guards.server.ts";
import { paths } from "#app/paths.ts";
import { shutBesides, type ShutAgreement } from "#db/queries/agreement-standing.ts";
import { shutOf, type Shut } from "./shut.server.ts";

/** Why a partner reads no joint work at all; null while an agreement of their agency holds. */
export const shutWork = ({ actor, read }: Visit, today: Day): Promise<Shut | null> =>
  read((tx) => shutOf(tx, actor, today));

/** The agreements of which a partner reads nothing, while others of their agency hold. */
export const shutParts = ({ actor, read }: Visit, today: Day): Promise<ShutAgreement[]> =>
  read((tx) => shutBesides(tx, taskingReaderOf(actor).agencyIds, today));

/** Where whoever has a seat in a joint meeting starts from: an officer without a role of joint tasking comes here too. */
export const homeOfSeat = ({ kind }: Actor): { to: string; words: string } =>
  kind === "staff"
    ? { to: paths.staff.home(), words: "Your work" }
    : { to: paths.partners.home(), words: "Partners" };
