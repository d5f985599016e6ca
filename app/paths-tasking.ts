const asked = (path: string, query: string | undefined) => (query === undefined ? path : `${path}?${query}`);
const after = (path: string, done: string | undefined) =>
  done === undefined ? path : `${path}?done=${done}`;

/** Joint tasking, as police and chairs have it. `done` names what was done just now. */
export const taskingPaths = {
  home: (done?: string) => after("/staff/tasking", done),
  newGroup: (done?: string) => after("/staff/tasking/groups/new", done),
  group: (code: string, done?: string) => after(`/staff/tasking/groups/${code}`, done),
  changeGroup: (code: string) => `/staff/tasking/groups/${code}/change`,
  groupMembers: (code: string, done?: string) => after(`/staff/tasking/groups/${code}/members`, done),
  /** `day` is the one that the last meeting named. */
  callMeeting: (code: string, day?: string) =>
    asked(`/staff/tasking/groups/${code}/call`, day === undefined ? undefined : `day=${day}`),
  meeting: (reference: string, done?: string) => after(`/staff/tasking/meetings/${reference}`, done),
  changeMeeting: (reference: string) => `/staff/tasking/meetings/${reference}/change`,
  /** Who comes, and what is checked at the door. */
  door: (reference: string, done?: string) => after(`/staff/tasking/meetings/${reference}/door`, done),
  item: (reference: string, id: string) => `/staff/tasking/meetings/${reference}/items/${id}`,
  newItem: (reference: string) => `/staff/tasking/meetings/${reference}/items/new`,
  record: (reference: string, query?: string) => asked(`/staff/tasking/meetings/${reference}/record`, query),
  /** Takes one thing that a screen kept, under its key. */
  sendRecord: (reference: string) => `/staff/tasking/meetings/${reference}/send`,
  minutes: (reference: string) => `/staff/tasking/meetings/${reference}/minutes`,
  live: (reference: string, after?: number) =>
    asked(`/staff/tasking/meetings/${reference}/live`, after === undefined ? undefined : `after=${after}`),
  calendarFile: (reference: string) => `/staff/tasking/meetings/${reference}/meeting.ics`,
  actions: (query?: string) => asked("/staff/tasking/actions", query),
  actionsDownload: (query: string) => `/staff/tasking/actions.csv?${query}`,
  action: (id: string, done?: string) => after(`/staff/tasking/actions/${id}`, done),
  /** What residents read of one, on the page of its priority; by the id that it has there. */
  publicLine: (reference: string, lineId: string) => `/priorities/${reference}#${lineId}`,
  extract: (query?: string) => asked("/staff/tasking/extract", query),
  extractDownload: (query: string) => `/staff/tasking/extract.csv?${query}`,
  agreements: (query?: string) => asked("/staff/agreements", query),
  newAgreement: () => "/staff/agreements/new",
  agreement: (reference: string, done?: string) => after(`/staff/agreements/${reference}`, done),
  changeAgreement: (reference: string) => `/staff/agreements/${reference}/change`,
  impacts: (query?: string) => asked("/staff/impact", query),
  newImpact: (query?: string) => asked("/staff/impact/new", query),
  impact: (reference: string, done?: string) => after(`/staff/impact/${reference}`, done),
  changeImpact: (reference: string) => `/staff/impact/${reference}/change`,
  settings: (done?: string) => after("/staff/settings/tasking", done),
  agencyKeys: (code: string, done?: string) => after(`/staff/agencies/${code}/keys`, done),
} as const;

/** Joint tasking, as partners have it. */
export const partnerTaskingPaths = {
  asked: (id: string, done?: string) => after(`/partners/asked/${id}`, done),
  /** The partners' page with the whole list of what is asked. */
  allAsked: () => "/partners?asked=all",
  /** What the agency did, by year. */
  history: (query?: string) => asked("/partners/history", query),
  meetings: () => "/partners/meetings",
  meeting: (reference: string, done?: string) => after(`/partners/meetings/${reference}`, done),
  minutes: (reference: string) => `/partners/meetings/${reference}/minutes`,
  live: (reference: string, after?: number) =>
    asked(`/partners/meetings/${reference}/live`, after === undefined ? undefined : `after=${after}`),
  calendarFile: (reference: string) => `/partners/meetings/${reference}/meeting.ics`,
  /** What an adviser was asked of an impact assessment. */
  advice: (id: string) => `/partners/advice/${id}`,
} as const;

/** An agency's own system works its actions here, with a key. */
export const taskingApiPaths = {
  taskingActions: (query?: string) => asked("/api/v1/tasking/actions", query),
  taskingAction: (id: string) => `/api/v1/tasking/actions/${id}`,
} as const;
