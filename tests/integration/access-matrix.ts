import { grants, roles } from "#app/domain/access.ts";
import { abstractionLoggers, abstractionReaders, rateReaders } from "#app/domain/abstraction/reading.ts";
import { requestReaders } from "#app/domain/abstraction/request-readers.ts";
import { improvementReaders } from "#app/domain/abstraction/improvement-writers.ts";
import { concernReaders } from "#app/domain/concern/reading.ts";
import { measurers } from "#app/domain/measure/measurers.ts";
import { calendarReaders } from "#app/domain/plan/calendar-readers.ts";
import type { Entry, Things } from "./access-entry.ts";

const anyone: Entry = { opens: "anyone" };
const signedIn: Entry = { opens: "signed-in" };
const fresh: Entry = { opens: "signed-in", isFreshOnly: true };
const person =
  (rest = "") =>
  (things: Things) =>
    `/staff/people/${things.person}${rest}`;

const preparing =
  (rest = "") =>
  (things: Things) =>
    `/staff/cycles/${things.preparing}${rest}`;
const preparingElsewhere =
  (rest = "") =>
  (things: Things) =>
    `/staff/cycles/${things.preparingElsewhere}${rest}`;

const staffMeeting = (rest: string, opens: Entry["opens"]): Entry => ({
  opens,
  at: ({ jointMeeting: reference }) => `/staff/tasking/meetings/${reference}${rest}`,
  elsewhere: ({ jointMeetingElsewhere: reference }) => `/staff/tasking/meetings/${reference}${rest}`,
});
const taskingGroup = (rest: string, opens: Entry["opens"]): Entry => ({
  opens,
  at: () => `/staff/tasking/groups/ZA${rest}`,
  elsewhere: () => `/staff/tasking/groups/ZB${rest}`,
});

// Nobody of those who ask was asked to the meeting. Whoever reads joint tasking of the area reads it all the same.
const readersOfJointTasking = roles.filter((role) =>
  Object.values(grants[role]).some((held) => held.includes("tasking:read")),
);
const jointMeeting = (rest = ""): Entry => ({
  opens: "seat",
  isAnothers: true,
  isTheirs: readersOfJointTasking,
  at: ({ jointMeeting: reference }) => `/partners/meetings/${reference}${rest}`,
  elsewhere: ({ jointMeetingElsewhere: reference }) => `/partners/meetings/${reference}${rest}`,
});

/** Every address of the platform. One that is missing here fails the build. */
export const matrix: Readonly<Record<string, Entry>> = {
  "/": anyone,
  "/*": { opens: "anyone", at: () => "/no-such-page" },
  "/abstraction": anyone,
  "/accessibility": anyone,
  "/account": signedIn,
  "/account/calendar": { opens: calendarReaders },
  "/account/concerns": { opens: "concern:read-own" },
  "/account/concerns/:reference": {
    opens: "concern:read-own",
    isAnothers: true,
    at: ({ concern }) => `/account/concerns/${concern}`,
    elsewhere: ({ unpublishedConcern }) => `/account/concerns/${unpublishedConcern}`,
  },
  "/account/confirm": signedIn,
  "/account/data": fresh,
  "/account/data/download": fresh,
  "/account/details": { opens: "resident" },
  "/account/erase": { opens: "resident", isFreshOnly: true },
  "/account/erased": anyone,
  "/account/following": signedIn,
  "/account/messages": signedIn,
  "/account/sessions": signedIn,
  "/account/threads": signedIn,
  "/account/threads/:reference": {
    opens: "signed-in",
    at: ({ threadReference }) => `/account/threads/${threadReference}`,
    isAnothers: true,
  },
  "/account/under-13": anyone,
  "/api/v1/*": { opens: "anyone", at: () => "/api/v1/no-such-thing" },
  "/api/v1/abstraction": anyone,
  "/api/v1/abstraction.csv": anyone,
  "/api/v1/cycles/:id/ballots.csv": {
    opens: "anyone",
    at: ({ cycle }) => `/api/v1/cycles/${cycle}/ballots.csv`,
  },
  "/api/v1/neighbourhoods": anyone,
  "/api/v1/neighbourhoods.geojson": anyone,
  "/api/v1/neighbourhoods/:slug": { opens: "anyone", at: () => "/api/v1/neighbourhoods/alfreton" },
  "/api/v1/places": { opens: "anyone", at: () => "/api/v1/places?q=Buxton" },
  "/api/v1/priorities": anyone,
  "/api/v1/tasking/actions": { opens: "agency-key" },
  "/api/v1/tasking/actions/:id": {
    opens: "agency-key",
    at: ({ cycle }) => `/api/v1/tasking/actions/${cycle}`,
  },
  "/attribution": anyone,
  "/calendar/:file": { opens: "anyone", at: () => "/calendar/no-such-token.ics" },
  "/concerns/:reference": { opens: "anyone", at: ({ concern }) => `/concerns/${concern}` },
  "/concerns/:reference/add-yourself": {
    opens: "concern:read-own",
    at: ({ concern }) => `/concerns/${concern}/add-yourself`,
    elsewhere: ({ unpublishedConcern }) => `/concerns/${unpublishedConcern}/add-yourself`,
  },
  "/cookies": anyone,
  "/demo/mail": { opens: "demonstration" },
  "/demo/mail/:id": { opens: "demonstration", at: ({ message }) => `/demo/mail/${message}` },
  "/demo/people": { opens: "demonstration" },
  "/feedback/:token": { opens: "anyone", at: () => "/feedback/no-such-token" },
  "/find": anyone,
  "/find/answer": anyone,
  "/follow": { opens: "anyone", at: () => "/follow?kind=neighbourhood&reference=alfreton" },
  "/help": anyone,
  "/help/domestic-abuse": anyone,
  "/join/:token": { opens: "anyone", at: () => "/join/no-such-token" },
  "/join/:token/passkey": { opens: "anyone", at: () => "/join/no-such-token/passkey" },
  "/join/:token/password": { opens: "anyone", at: () => "/join/no-such-token/password" },
  "/join/:token/proof": { opens: "anyone", at: () => "/join/no-such-token/proof" },
  "/locate": anyone,
  "/map": anyone,
  "/map/lines.geojson": anyone,
  "/meetings/:reference": { opens: "anyone", at: ({ meeting }) => `/meetings/${meeting}` },
  "/neighbourhoods": anyone,
  "/neighbourhoods/:slug": { opens: "anyone", at: () => "/neighbourhoods/alfreton" },
  "/neighbourhoods/:slug/cycles/:number": {
    opens: "anyone",
    at: () => "/neighbourhoods/alfreton/cycles/1",
  },
  "/neighbourhoods/:slug/message": { opens: "anyone", at: () => "/neighbourhoods/alfreton/message" },
  "/neighbourhoods/:slug/abstraction": {
    opens: "anyone",
    at: () => "/neighbourhoods/alfreton/abstraction",
  },
  "/neighbourhoods/:slug/calendar.ics": {
    opens: "anyone",
    at: () => "/neighbourhoods/alfreton/calendar.ics",
  },
  "/neighbourhoods/:slug/changes.atom": {
    opens: "anyone",
    at: () => "/neighbourhoods/alfreton/changes.atom",
  },
  "/neighbourhoods/:slug/incidents": { opens: "anyone", at: () => "/neighbourhoods/alfreton/incidents" },
  "/neighbourhoods/:slug/meetings": { opens: "anyone", at: () => "/neighbourhoods/alfreton/meetings" },
  "/neighbourhoods/:slug/poster": { opens: "anyone", at: () => "/neighbourhoods/alfreton/poster" },
  "/neighbourhoods/:slug/cycles/:number/receipt": {
    opens: "anyone",
    at: () => "/neighbourhoods/alfreton/cycles/900/receipt",
  },
  "/neighbourhoods/:slug/priorities": {
    opens: "anyone",
    at: () => "/neighbourhoods/alfreton/priorities",
  },
  "/neighbourhoods/:slug/vote": { opens: "anyone", at: () => "/neighbourhoods/alfreton/vote" },
  // Each kind of member is shown on to their own home.
  "/neighbourhoods/:slug/raise": { opens: "anyone", at: () => "/neighbourhoods/alfreton/raise" },
  "/neighbourhoods/:slug/raise/done": { opens: "anyone", at: () => "/neighbourhoods/alfreton/raise/done" },
  "/neighbourhoods/:slug/similar": { opens: "anyone", at: () => "/neighbourhoods/alfreton/similar" },
  "/panel": { opens: "member" },
  "/panel/resolutions/:id": {
    opens: "member",
    isAnothers: true,
    at: ({ panel }) => `/panel/resolutions/${panel}`,
  },
  "/panel/resolutions/:id/pack": {
    opens: "member",
    isAnothers: true,
    at: ({ panel }) => `/panel/resolutions/${panel}/pack`,
  },
  "/partners": { opens: "member" },
  "/partners/actions/:id": {
    opens: "plan:read-own-actions",
    at: ({ partnerAction }) => `/partners/actions/${partnerAction}`,
    elsewhere: ({ partnerActionElsewhere }) => `/partners/actions/${partnerActionElsewhere}`,
  },
  "/partners/asked/:id": {
    opens: "tasking:read-own-meetings",
    // The oversight body has no agency that is asked anything.
    isAnothers: true,
    isTheirs: ["partner", "partnership-chair"],
    at: ({ jointAction }) => `/partners/asked/${jointAction}`,
    elsewhere: ({ jointActionElsewhere }) => `/partners/asked/${jointActionElsewhere}`,
  },
  "/partners/history": { opens: "tasking:read-own-meetings" },
  // Who was asked sees it: nobody was asked this.
  "/partners/advice/:id": {
    opens: "impact:advise",
    isAnothers: true,
    at: ({ person: id }) => `/partners/advice/${id}`,
    elsewhere: ({ member: id }) => `/partners/advice/${id}`,
  },
  "/partners/lost": anyone,
  "/partners/meetings": { opens: "seat" },
  "/partners/meetings/:reference": jointMeeting(),
  "/partners/meetings/:reference/live": jointMeeting("/live"),
  "/partners/meetings/:reference/meeting.ics": jointMeeting("/meeting.ics"),
  // Finished minutes alone, which these are not.
  "/partners/meetings/:reference/minutes": { ...jointMeeting("/minutes"), isTheirs: [] },
  "/partners/security": { opens: "member" },
  "/partners/security/passkey": { opens: "member", isFreshOnly: true },
  "/partners/security/password": { opens: "member", isFreshOnly: true },
  "/partners/sign-in": anyone,
  "/partners/sign-in/authenticator": anyone,
  "/partners/sign-in/passkey-options": anyone,
  "/places": anyone,
  "/practice": anyone,
  "/practice/:slug": { opens: "anyone", at: () => "/practice/no-such-entry" },
  "/priorities/:reference": { opens: "anyone", at: () => "/priorities/P-7K3FQ" },
  "/priorities/:reference/feedback": { opens: "anyone", at: () => "/priorities/P-7K3FQ/feedback" },
  "/priorities/:reference/card.png": { opens: "anyone", at: () => "/priorities/P-7K3FQ/card.png" },
  "/priorities/:reference/changes.atom": {
    opens: "anyone",
    at: () => "/priorities/P-7K3FQ/changes.atom",
  },
  "/privacy": anyone,
  "/report-page/:kind/:reference": {
    opens: "anyone",
    at: ({ meeting }) => `/report-page/meeting/${meeting}`,
  },
  "/search": anyone,
  "/sign-in": anyone,
  "/sign-in/code": anyone,
  "/sign-out": anyone,
  "/staff": { opens: "staff" },
  // An action of one's own, or of a plan that one writes in.
  "/staff/actions/:id": {
    opens: "staff",
    isAnothers: true,
    at: ({ partnerActionElsewhere }) => `/staff/actions/${partnerActionElsewhere}`,
  },
  "/staff/abstractions": { opens: [...abstractionReaders] },
  "/staff/abstractions/requests": { opens: [...requestReaders] },
  "/staff/abstractions/requests/:id": {
    opens: [...requestReaders],
    at: ({ officerRequest }) => `/staff/abstractions/requests/${officerRequest}`,
    elsewhere: ({ officerRequestElsewhere }) => `/staff/abstractions/requests/${officerRequestElsewhere}`,
  },
  "/staff/abstractions/requests/new": { opens: "abstraction:request" },
  "/staff/abstractions/definition": { opens: [...abstractionReaders] },
  "/staff/abstractions/definition/new": { opens: "abstraction:define" },
  "/staff/abstractions/calendar": { opens: "abstraction:read-officers" },
  "/staff/abstractions/confirm": { opens: "abstraction:confirm" },
  "/staff/abstractions/disputes": { opens: "abstraction:read-officers" },
  "/staff/abstractions/entries/:id": {
    opens: "abstraction:read-officers",
    opensOwn: ["abstraction:log-own"],
    at: ({ entry }) => `/staff/abstractions/entries/${entry}`,
    elsewhere: ({ entryElsewhere }) => `/staff/abstractions/entries/${entryElsewhere}`,
  },
  "/staff/abstractions/entries/:id/correct": {
    opens: ["abstraction:confirm", "abstraction:correct-late"],
    opensOwn: ["abstraction:log-own"],
    at: ({ entry }) => `/staff/abstractions/entries/${entry}/correct`,
    elsewhere: ({ entryElsewhere }) => `/staff/abstractions/entries/${entryElsewhere}/correct`,
  },
  "/staff/abstractions/entries/:id/dispute": {
    opens: "abstraction:read-officers",
    opensOwn: ["abstraction:log-own"],
    at: ({ entry }) => `/staff/abstractions/entries/${entry}/dispute`,
    elsewhere: ({ entryElsewhere }) => `/staff/abstractions/entries/${entryElsewhere}/dispute`,
  },
  "/staff/abstractions/log": { opens: [...abstractionLoggers] },
  "/staff/abstractions/offline": anyone,
  "/staff/abstractions/send": { opens: [...abstractionLoggers] },
  "/staff/abstractions/mine": { opens: "abstraction:log-own" },
  "/staff/abstractions/rates": {
    opens: [...rateReaders],
    at: () => "/staff/abstractions/rates",
    elsewhere: () => "/staff/abstractions/rates?area=neighbourhood:hadfield-and-tintwistle",
  },
  "/staff/abstractions/rates.csv": {
    opens: [...rateReaders],
    isFreshOnly: true,
    at: () => "/staff/abstractions/rates.csv",
    elsewhere: () => "/staff/abstractions/rates.csv?area=neighbourhood:hadfield-and-tintwistle",
  },
  "/staff/abstractions/report": { opens: [...rateReaders] },
  // An action of one's own, or of an improvement that one writes in.
  "/staff/abstractions/improvement-actions/:id": {
    opens: "staff",
    isAnothers: true,
    at: ({ improvementActionElsewhere }) =>
      `/staff/abstractions/improvement-actions/${improvementActionElsewhere}`,
  },
  "/staff/abstractions/improvements": { opens: improvementReaders },
  "/staff/abstractions/improvements/:id": {
    opens: improvementReaders,
    changes: "abstraction:oversee",
    at: ({ improvement }) => `/staff/abstractions/improvements/${improvement}`,
    elsewhere: ({ improvementElsewhere }) => `/staff/abstractions/improvements/${improvementElsewhere}`,
  },
  "/staff/abstractions/duties": { opens: "duty:write" },
  "/staff/abstractions/duties/:id": {
    opens: "duty:write",
    at: ({ duty }) => `/staff/abstractions/duties/${duty}`,
    elsewhere: ({ dutyElsewhere }) => `/staff/abstractions/duties/${dutyElsewhere}`,
  },
  "/staff/abstractions/duties/pattern": { opens: "duty:write" },
  "/staff/abstractions/rosters": { opens: "roster:import" },
  "/staff/abstractions/rosters/:id": {
    opens: "roster:import",
    at: ({ roster }) => `/staff/abstractions/rosters/${roster}`,
  },
  "/staff/abstractions/rosters/:id/rows.csv": {
    opens: "roster:import",
    at: ({ roster }) => `/staff/abstractions/rosters/${roster}/rows.csv?state=refused`,
  },
  "/staff/abstractions/rosters/mappings/:name": {
    opens: "roster:import",
    at: () => "/staff/abstractions/rosters/mappings/new",
  },
  "/staff/agencies": { opens: "agency:manage" },
  "/staff/agencies/:code": {
    opens: "agency:manage",
    at: ({ agencyCode }) => `/staff/agencies/${agencyCode}`,
  },
  "/staff/agencies/:code/keys": {
    opens: "agency:manage",
    isFreshOnly: true,
    at: ({ agencyCode }) => `/staff/agencies/${agencyCode}/keys`,
  },
  "/staff/agreements": { opens: "agreement:keep" },
  "/staff/agreements/:reference": {
    opens: "agreement:keep",
    at: ({ agreement }) => `/staff/agreements/${agreement}`,
  },
  "/staff/agreements/:reference/change": {
    opens: "agreement:keep",
    at: ({ agreement }) => `/staff/agreements/${agreement}/change`,
  },
  "/staff/agreements/new": { opens: "agreement:keep" },
  "/staff/audit": { opens: "audit:read" },
  "/staff/audit/download.csv": { opens: "audit:read", isFreshOnly: true },
  "/staff/concerns": { opens: concernReaders },
  "/staff/concerns/:id": {
    opens: concernReaders,
    at: ({ waitingConcern }) => `/staff/concerns/${waitingConcern}`,
    elsewhere: ({ waitingElsewhere }) => `/staff/concerns/${waitingElsewhere}`,
  },
  "/staff/concerns/new": { opens: "concern:write" },
  "/staff/cycles": { opens: "priority:read-overview" },
  "/staff/cycles/:id": { opens: "priority:read-overview", at: preparing(), elsewhere: preparingElsewhere() },
  "/staff/cycles/:id/candidates/:number": {
    opens: "priority:read-overview",
    changes: "candidate:write",
    at: preparing("/candidates/91"),
    elsewhere: preparingElsewhere("/candidates/91"),
  },
  "/staff/cycles/:id/candidates/new": {
    opens: "candidate:write",
    at: preparing("/candidates/new"),
    elsewhere: preparingElsewhere("/candidates/new"),
  },
  "/staff/cycles/:id/extend": {
    opens: "cycle:manage",
    at: preparing("/extend"),
    elsewhere: preparingElsewhere("/extend"),
  },
  "/staff/batches/:id": {
    opens: "ballot:enter",
    at: ({ batch }) => `/staff/batches/${batch}`,
    elsewhere: ({ batchElsewhere }) => `/staff/batches/${batchElsewhere}`,
  },
  "/staff/cycles/:id/quarantine": {
    opens: "ballot:quarantine",
    at: ({ cycle }) => `/staff/cycles/${cycle}/quarantine`,
    elsewhere: ({ cycleElsewhere }) => `/staff/cycles/${cycleElsewhere}/quarantine`,
  },
  "/staff/cycles/:id/vote": {
    opens: "priority:read-overview",
    at: ({ cycle }) => `/staff/cycles/${cycle}/vote`,
    elsewhere: ({ cycleElsewhere }) => `/staff/cycles/${cycleElsewhere}/vote`,
  },
  "/staff/cycles/:id/panel": {
    opens: "panel:convene",
    at: ({ panelCycle }) => `/staff/cycles/${panelCycle}/panel`,
    elsewhere: ({ panelElsewhere }) => `/staff/cycles/${panelElsewhere.panelCycle}/panel`,
  },
  "/staff/exceptions": { opens: "plan:oversee" },
  "/staff/impact": { opens: "impact:read" },
  "/staff/impact/:reference": {
    opens: "impact:read",
    changes: "impact:write",
    at: ({ impact }) => `/staff/impact/${impact}`,
    elsewhere: ({ impactElsewhere }) => `/staff/impact/${impactElsewhere}`,
  },
  "/staff/impact/:reference/change": {
    opens: "impact:write",
    at: ({ impact }) => `/staff/impact/${impact}/change`,
    elsewhere: ({ impactElsewhere }) => `/staff/impact/${impactElsewhere}/change`,
  },
  "/staff/impact/new": { opens: "impact:write" },
  "/staff/invitations": { opens: "member:invite" },
  "/staff/invitations/members": { opens: "member:invite" },
  "/staff/invitations/members/:id": {
    opens: "member:invite",
    at: ({ member }) => `/staff/invitations/members/${member}`,
    elsewhere: ({ memberElsewhere }) => `/staff/invitations/members/${memberElsewhere}`,
  },
  "/staff/invitations/new": { opens: "member:invite" },
  "/staff/mail": { opens: "mail:read", changes: "mail:retry" },
  "/staff/notices": { opens: "staff" },
  "/staff/meetings": { opens: "meeting:announce" },
  "/staff/meetings/:reference": {
    opens: "meeting:announce",
    at: ({ meeting }) => `/staff/meetings/${meeting}`,
    elsewhere: ({ elsewhereReported }) => `/staff/meetings/${elsewhereReported.meeting}`,
  },
  "/staff/meetings/new": { opens: "meeting:announce" },
  "/staff/page-reports": { opens: ["page:take-down", "page:hear-appeal"], changes: "page:take-down" },
  "/staff/page-reports/:reference": {
    opens: ["page:take-down", "page:hear-appeal"],
    at: ({ pageReport }) => `/staff/page-reports/${pageReport}`,
    elsewhere: ({ elsewhereReported }) => `/staff/page-reports/${elsewhereReported.pageReport}`,
  },
  "/staff/panels": { opens: "panel:convene" },
  "/staff/panels/:id": {
    opens: "panel:convene",
    at: ({ panel }) => `/staff/panels/${panel}`,
    elsewhere: ({ panelElsewhere }) => `/staff/panels/${panelElsewhere.panel}`,
  },
  "/staff/people": { opens: "person:read" },
  "/staff/people/:id": { opens: "person:read", changes: "person:manage", at: person() },
  "/staff/people/:id/absence": { opens: "person:manage", at: person("/absence") },
  "/staff/people/:id/close": { opens: "person:manage", at: person("/close") },
  "/staff/people/:id/post": { opens: "person:manage", at: person("/post") },
  "/staff/people/:id/role": { opens: "person:manage", at: person("/role") },
  "/staff/practice": { opens: "practice:write" },
  "/staff/practice/:slug": {
    opens: "practice:write",
    at: ({ priority }) => `/staff/practice/practice-of-${priority.toLowerCase()}`,
    elsewhere: ({ panelElsewhere }) => `/staff/practice/practice-of-${panelElsewhere.priority.toLowerCase()}`,
  },
  "/staff/practice/new": { opens: "practice:write" },
  "/staff/priorities": { opens: "priority:read-overview" },
  "/staff/priorities/:reference": {
    opens: "priority:read-overview",
    at: ({ priority }) => `/staff/priorities/${priority}`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}`,
  },
  "/staff/priorities/:reference/actions": {
    opens: "plan:read",
    changes: "plan:write",
    at: ({ priority }) => `/staff/priorities/${priority}/actions`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/actions`,
  },
  "/staff/priorities/:reference/actions/:number": {
    opens: "plan:read",
    changes: "plan:write",
    at: ({ priority }) => `/staff/priorities/${priority}/actions/1`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/actions/1`,
  },
  "/staff/priorities/:reference/end": {
    opens: "plan:read",
    at: ({ priority }) => `/staff/priorities/${priority}/end`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/end`,
  },
  "/staff/priorities/:reference/feedback": {
    opens: "plan:read",
    at: ({ priority }) => `/staff/priorities/${priority}/feedback`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/feedback`,
  },
  "/staff/priorities/:reference/engagement": {
    opens: "plan:read",
    at: ({ priority }) => `/staff/priorities/${priority}/engagement`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/engagement`,
  },
  "/staff/priorities/:reference/measures": {
    opens: "plan:read",
    changes: measurers,
    at: ({ priority }) => `/staff/priorities/${priority}/measures`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/measures`,
  },
  "/staff/priorities/:reference/measures/:id": {
    opens: "plan:read",
    changes: measurers,
    at: ({ priority, measure }) => `/staff/priorities/${priority}/measures/${measure}`,
    elsewhere: ({ panelElsewhere }) =>
      `/staff/priorities/${panelElsewhere.priority}/measures/${panelElsewhere.measure}`,
  },
  "/staff/priorities/:reference/plan": {
    opens: "plan:read",
    changes: "plan:write",
    at: ({ priority }) => `/staff/priorities/${priority}/plan`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/plan`,
  },
  "/staff/priorities/:reference/steps": {
    opens: "plan:read",
    at: ({ priority }) => `/staff/priorities/${priority}/steps`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/steps`,
  },
  "/staff/priorities/:reference/plan/fields": {
    opens: "plan:read",
    changes: "plan:write",
    at: ({ priority }) => `/staff/priorities/${priority}/plan/fields`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/plan/fields`,
  },
  "/staff/priorities/:reference/engagement/history": {
    opens: "plan:read",
    at: ({ priority }) => `/staff/priorities/${priority}/engagement/history`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/engagement/history`,
  },
  "/staff/priorities/:reference/plan/history": {
    opens: "plan:read",
    at: ({ priority }) => `/staff/priorities/${priority}/plan/history`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/plan/history`,
  },
  "/staff/priorities/:reference/reply": {
    opens: "feedback:enter",
    at: ({ priority }) => `/staff/priorities/${priority}/reply`,
    elsewhere: ({ panelElsewhere }) => `/staff/priorities/${panelElsewhere.priority}/reply`,
  },
  "/staff/priorities/download.csv": { opens: "priority:read-overview", isFreshOnly: true },
  "/staff/priorities/map": { opens: "priority:read-overview" },
  "/staff/priorities/new": { opens: "priority:add-urgent" },
  "/staff/residents": { opens: "resident:assist" },
  "/staff/residents/:reference": {
    opens: "resident:assist",
    at: ({ resident }) => `/staff/residents/${resident}`,
    elsewhere: ({ residentElsewhere }) => `/staff/residents/${residentElsewhere}`,
  },
  "/staff/residents/new": { opens: "resident:assist" },
  "/staff/settings": { opens: "setting:change" },
  "/staff/settings/abstractions": { opens: "setting:change" },
  "/staff/settings/pre-election": { opens: "setting:change" },
  "/staff/settings/tasking": { opens: "setting:change" },
  "/staff/sign-in": anyone,
  "/staff/sign-in/answer": anyone,
  "/staff/sign-in/start": anyone,
  "/staff/tasking": { opens: "tasking:read" },
  "/staff/tasking/groups/:code": taskingGroup("", "tasking:read"),
  "/staff/tasking/groups/:code/call": taskingGroup("/call", "tasking:approve"),
  "/staff/tasking/groups/:code/change": taskingGroup("/change", "tasking:approve"),
  "/staff/tasking/groups/:code/members": taskingGroup("/members", "tasking:approve"),
  "/staff/tasking/groups/new": { opens: ["tasking:make-group", "agency:manage"] },
  "/staff/tasking/meetings/:reference": staffMeeting("", "tasking:read"),
  "/staff/tasking/meetings/:reference/change": staffMeeting("/change", "tasking:approve"),
  "/staff/tasking/meetings/:reference/door": staffMeeting("/door", "tasking:write"),
  "/staff/tasking/meetings/:reference/items/:id": {
    opens: ["tasking:write", "tasking:analyse"],
    at: ({ jointMeeting: reference, jointItem }) => `/staff/tasking/meetings/${reference}/items/${jointItem}`,
    elsewhere: ({ jointMeetingElsewhere: reference, jointItemElsewhere }) =>
      `/staff/tasking/meetings/${reference}/items/${jointItemElsewhere}`,
  },
  "/staff/tasking/meetings/:reference/items/new": staffMeeting("/items/new", [
    "tasking:write",
    "tasking:analyse",
  ]),
  "/staff/tasking/meetings/:reference/meeting.ics": staffMeeting("/meeting.ics", "tasking:read"),
  "/staff/tasking/extract": { opens: "tasking:read" },
  "/staff/tasking/extract.csv": { opens: "tasking:read", isFreshOnly: true },
  "/staff/tasking/actions": { opens: "tasking:read" },
  "/staff/tasking/actions.csv": { opens: "tasking:read", isFreshOnly: true },
  "/staff/tasking/actions/:id": {
    opens: "tasking:read",
    at: ({ jointAction }) => `/staff/tasking/actions/${jointAction}`,
    elsewhere: ({ jointActionElsewhere }) => `/staff/tasking/actions/${jointActionElsewhere}`,
  },
  "/staff/tasking/meetings/:reference/live": {
    opens: "tasking:read",
    at: ({ jointMeeting: reference }) => `/staff/tasking/meetings/${reference}/live`,
    elsewhere: ({ jointMeetingElsewhere: reference }) => `/staff/tasking/meetings/${reference}/live`,
  },
  "/staff/tasking/meetings/:reference/minutes": {
    opens: "tasking:read",
    at: ({ jointMeeting: reference }) => `/staff/tasking/meetings/${reference}/minutes`,
    elsewhere: ({ jointMeetingElsewhere: reference }) => `/staff/tasking/meetings/${reference}/minutes`,
  },
  "/staff/tasking/meetings/:reference/record": {
    opens: "tasking:write",
    at: ({ jointMeeting: reference }) => `/staff/tasking/meetings/${reference}/record`,
    elsewhere: ({ jointMeetingElsewhere: reference }) => `/staff/tasking/meetings/${reference}/record`,
  },
  "/staff/tasking/meetings/:reference/send": {
    opens: "tasking:write",
    at: ({ jointMeeting: reference }) => `/staff/tasking/meetings/${reference}/send`,
    elsewhere: ({ jointMeetingElsewhere: reference }) => `/staff/tasking/meetings/${reference}/send`,
  },
  "/staff/threads": { opens: "thread:read" },
  "/staff/threads/:id": {
    opens: "thread:read",
    changes: "thread:answer",
    at: ({ thread }) => `/staff/threads/${thread}`,
    elsewhere: ({ threadElsewhere }) => `/staff/threads/${threadElsewhere}`,
  },
  "/staff/threads/new": { opens: "thread:answer" },
  "/staff/urgent": { opens: "urgent:answer" },
  "/staff/waiting": signedIn,
  "/terms": anyone,
  "/unsubscribe/:token": { opens: "anyone", at: () => "/unsubscribe/no-such-token" },
};
