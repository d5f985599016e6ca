import type { Permission } from "#app/domain/access.ts";

/** What stands in the database of the matrix test: in the area and agency that every role there has, and elsewhere. */
export interface Things {
  person: string;
  member: string;
  memberElsewhere: string;
  agencyCode: string;
  message: string;
  /** References of residents on paper. */
  resident: string;
  residentElsewhere: string;
}

export type Opener = "anyone" | "signed-in" | "resident" | "staff" | "member" | "demonstration" | Permission;

/** Who may open an address, and who may send its form where that is somebody else. */
export interface Entry {
  opens: Opener;
  changes?: Opener;
  /** Asks for a proof of the last ten minutes as well. */
  isFreshOnly?: true;
  /** Its parameters filled with something that is there. */
  at?: (things: Things) => string;
  /** The same of another area or agency: not there for a role that is given for an area. Asked for where a role is. */
  elsewhere?: (things: Things) => string;
}

const anyone: Entry = { opens: "anyone" };
const signedIn: Entry = { opens: "signed-in" };
const fresh: Entry = { opens: "signed-in", isFreshOnly: true };
const person =
  (rest = "") =>
  (things: Things) =>
    `/staff/people/${things.person}${rest}`;

/** Every address of the platform. One that is missing here fails the build. */
export const matrix: Readonly<Record<string, Entry>> = {
  "/": anyone,
  "/*": { opens: "anyone", at: () => "/no-such-page" },
  "/accessibility": anyone,
  "/account": signedIn,
  "/account/confirm": signedIn,
  "/account/data": fresh,
  "/account/data/download": fresh,
  "/account/details": { opens: "resident" },
  "/account/erase": { opens: "resident", isFreshOnly: true },
  "/account/erased": anyone,
  "/account/messages": signedIn,
  "/account/sessions": signedIn,
  "/account/under-13": anyone,
  "/api/v1/*": { opens: "anyone", at: () => "/api/v1/no-such-thing" },
  "/api/v1/neighbourhoods": anyone,
  "/api/v1/neighbourhoods.geojson": anyone,
  "/api/v1/neighbourhoods/:slug": { opens: "anyone", at: () => "/api/v1/neighbourhoods/alfreton" },
  "/api/v1/places": { opens: "anyone", at: () => "/api/v1/places?q=Buxton" },
  "/attribution": anyone,
  "/cookies": anyone,
  "/demo/mail": { opens: "demonstration" },
  "/demo/mail/:id": { opens: "demonstration", at: ({ message }) => `/demo/mail/${message}` },
  "/demo/people": { opens: "demonstration" },
  "/find": anyone,
  "/find/answer": anyone,
  "/help": anyone,
  "/help/domestic-abuse": anyone,
  "/join/:token": { opens: "anyone", at: () => "/join/no-such-token" },
  "/join/:token/passkey": { opens: "anyone", at: () => "/join/no-such-token/passkey" },
  "/join/:token/password": { opens: "anyone", at: () => "/join/no-such-token/password" },
  "/join/:token/proof": { opens: "anyone", at: () => "/join/no-such-token/proof" },
  "/locate": anyone,
  "/map": anyone,
  "/map/lines.geojson": anyone,
  "/neighbourhoods": anyone,
  "/neighbourhoods/:slug": { opens: "anyone", at: () => "/neighbourhoods/alfreton" },
  // Each kind of member is shown on to their own home.
  "/panel": { opens: "member" },
  "/partners": { opens: "member" },
  "/partners/lost": anyone,
  "/partners/security": { opens: "member" },
  "/partners/security/passkey": { opens: "member", isFreshOnly: true },
  "/partners/security/password": { opens: "member", isFreshOnly: true },
  "/partners/sign-in": anyone,
  "/partners/sign-in/authenticator": anyone,
  "/partners/sign-in/passkey-options": anyone,
  "/places": anyone,
  "/privacy": anyone,
  "/sign-in": anyone,
  "/sign-in/code": anyone,
  "/sign-out": anyone,
  "/staff": { opens: "staff" },
  "/staff/agencies": { opens: "agency:manage" },
  "/staff/agencies/:code": {
    opens: "agency:manage",
    at: ({ agencyCode }) => `/staff/agencies/${agencyCode}`,
  },
  "/staff/audit": { opens: "audit:read" },
  "/staff/audit/download.csv": { opens: "audit:read", isFreshOnly: true },
  "/staff/invitations": { opens: "member:invite" },
  "/staff/invitations/members": { opens: "member:invite" },
  "/staff/invitations/members/:id": {
    opens: "member:invite",
    at: ({ member }) => `/staff/invitations/members/${member}`,
    elsewhere: ({ memberElsewhere }) => `/staff/invitations/members/${memberElsewhere}`,
  },
  "/staff/invitations/new": { opens: "member:invite" },
  "/staff/mail": { opens: "mail:read", changes: "mail:retry" },
  "/staff/people": { opens: "person:read" },
  "/staff/people/:id": { opens: "person:read", changes: "person:manage", at: person() },
  "/staff/people/:id/absence": { opens: "person:manage", at: person("/absence") },
  "/staff/people/:id/close": { opens: "person:manage", at: person("/close") },
  "/staff/people/:id/post": { opens: "person:manage", at: person("/post") },
  "/staff/people/:id/role": { opens: "person:manage", at: person("/role") },
  "/staff/residents": { opens: "resident:assist" },
  "/staff/residents/:reference": {
    opens: "resident:assist",
    at: ({ resident }) => `/staff/residents/${resident}`,
    elsewhere: ({ residentElsewhere }) => `/staff/residents/${residentElsewhere}`,
  },
  "/staff/residents/new": { opens: "resident:assist" },
  "/staff/sign-in": anyone,
  "/staff/sign-in/answer": anyone,
  "/staff/sign-in/start": anyone,
  "/staff/waiting": signedIn,
  "/terms": anyone,
  "/unsubscribe/:token": { opens: "anyone", at: () => "/unsubscribe/no-such-token" },
};
