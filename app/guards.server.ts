import { data, redirect, type AppLoadContext } from "@remix-run/node";
import type { Permission } from "#app/domain/permissions.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { SignedIn } from "#app/services/session/read-session.server.ts";
import { anyShutOf, shutPage, wantsAgreement } from "#app/shut.server.ts";
import type { Db } from "#db/types.ts";

interface Asked {
  request: Request;
  context: AppLoadContext;
}

/** A signed-in person at a page: what services need to know of them, and how the page reads. */
export interface Visit {
  actor: Actor;
  signedIn: SignedIn;
  /** Reads in one transaction under the person's own scope. */
  read: <Value>(work: (tx: Db) => Promise<Value>) => Promise<Value>;
}

/** The guard of a page for one permission; without it the answer is a way to sign in, or 403. */
export const requireActor = (asked: Asked, permission: Permission): Promise<Visit> =>
  requireActorOfAny(asked, [permission]);

/** As `requireActor`, of a page that several permissions open; what each sees there is the page's to say. */
export async function requireActorOfAny(asked: Asked, permissions: readonly Permission[]): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (visit.signedIn.isWaiting) throw redirect(paths.staff.waiting());
  if (!permissions.some((permission) => can(visit.actor, permission))) {
    await explainShut(visit, permissions, asked.context.now);
    throw forbidden();
  }
  return visit;
}

/** To a partner whose role would reach a page, were there an agreement in force, says so; never that it is not there. */
async function explainShut(
  { actor, read }: Visit,
  permissions: readonly Permission[],
  now: Date,
): Promise<void> {
  if (!wantsAgreement(actor, permissions)) return;
  const shut = await read((tx) => anyShutOf(tx, actor, londonDay(now)));
  if (shut !== null) throw shutPage(shut);
}

/** The guard of what every signed-in person has: their own account and sessions. */
export async function requireSignedIn({ request, context }: Asked): Promise<Visit> {
  const { actor, signedIn } = await context.who();
  if (signedIn === null) throw redirect(signInAddress(request));
  return { actor, signedIn, read: context.read };
}

/** The guard of what every member of staff has, whatever their role: to others it does not reach. */
export async function requireStaff(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (visit.actor.kind !== "staff") throw forbidden();
  if (visit.signedIn.isWaiting) throw redirect(paths.staff.waiting());
  return visit;
}

/** As `requireSignedIn`, for an export or an erasure: sends a person whose proof is old to prove it again. */
export async function requireFresh(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (!visit.signedIn.isFresh) throw redirect(paths.account.confirm(nextOf(asked.request)));
  return visit;
}

/** As `requireActor` with a fresh proof, for restricted content and exports. */
export const requireFreshActor = (asked: Asked, permission: Permission): Promise<Visit> =>
  requireFreshActorOfAny(asked, [permission]);

/** As `requireFreshActor`, of what several permissions open. */
export async function requireFreshActorOfAny(
  asked: Asked,
  permissions: readonly Permission[],
): Promise<Visit> {
  const visit = await requireActorOfAny(asked, permissions);
  if (!visit.signedIn.isFresh) throw redirect(paths.account.confirm(nextOf(asked.request)));
  return visit;
}

/** The guard of a page that exists only in a demonstration. */
export function requireDemonstration({ context }: Pick<Asked, "context">): void {
  if (!context.isDemonstration) throw data({ message: "Page not found" }, { status: 404 });
}

/** For a form of a page that others of its readers may send. */
export const forbidden = () => data({ message: "Your role does not reach this page" }, { status: 403 });

/** Where to go back to: the page asked for, or its reading side when a form was sent. */
const nextOf = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  return request.method === "GET" ? `${pathname}${search}` : pathname;
};

function signInAddress(request: Request): string {
  const next = nextOf(request);
  // Advisers of the police sign in as staff do; a partner who chairs is led on from there.
  if (/^\/(staff|partners\/advice)/.test(next)) return paths.staff.signIn(next);
  return /^\/(partners|panel)(\/|$)/.test(next) ? paths.partners.signIn(next) : paths.signIn(next);
}

const here = "http://here.invalid";

/** A path of ours to go on to, from what an address or a form says; never another site's, `home` where it makes no sense. */
export function safeNext(next: string | null, home: string): string {
  if (next?.startsWith("/") !== true || !URL.canParse(next, here)) return home;
  const url = new URL(next, here);
  return url.origin === here && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}` : home;
}
