import { redirect } from "@remix-run/node";
import { memberKinds, type MemberKind } from "#app/domain/account/account.ts";
import type { Actor } from "#app/domain/actor.ts";
import { isAgencyKind } from "#app/domain/member/member.ts";
import { forbidden, requireFresh, requireSignedIn, type Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";

type Asked = Parameters<typeof requireSignedIn>[0];

/** The guard of what an invited member has: their own passkeys and password. Staff and residents have none here. */
export async function requireMember(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (visit.actor.kind !== "member") throw forbidden();
  return visit;
}

/** As `requireMember`, with a proof of the last ten minutes. */
export async function requireFreshMember(asked: Asked): Promise<Visit> {
  await requireMember(asked);
  return requireFresh(asked);
}

const isHeld = ({ roles }: Actor, kinds: readonly MemberKind[]) =>
  roles.some(({ role }) => kinds.some((kind) => kind === role));
const speaksForAgency = (actor: Actor) => isHeld(actor, memberKinds.filter(isAgencyKind));
const isResident = (actor: Actor) =>
  isHeld(
    actor,
    memberKinds.filter((kind) => !isAgencyKind(kind)),
  );

/** The guard of the partners' home; panel members and key individuals are shown to theirs. */
export async function requirePartner(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (speaksForAgency(visit.actor)) return visit;
  throw isResident(visit.actor) ? redirect(paths.panel.home()) : forbidden();
}

/** The guard of the panel's home; partners are shown to theirs. */
export async function requirePanel(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (isResident(visit.actor)) return visit;
  throw speaksForAgency(visit.actor) ? redirect(paths.partners.home()) : forbidden();
}

/** The guard of one meeting of a panel: to a partner it is not there, as it is not to a member who does not sit in it. */
export async function requirePanelSeat(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (isResident(visit.actor)) return visit;
  throw speaksForAgency(visit.actor) ? notFound() : forbidden();
}
