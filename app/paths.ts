import { abstractionApiPaths, abstractionPaths } from "./paths-abstractions.ts";
import { partnerTaskingPaths, taskingApiPaths, taskingPaths } from "./paths-tasking.ts";

const withNext = (path: string, next: string | undefined) =>
  next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`;

/** Every address of the platform. */
export const paths = {
  home: () => "/",
  find: () => "/find",
  findAnswer: () => "/find/answer",
  locate: () => "/locate",
  placeSearch: (words?: string) =>
    words === undefined ? "/places" : `/places?q=${encodeURIComponent(words)}`,
  neighbourhoods: () => "/neighbourhoods",
  /** The list, at one district's heading. */
  district: (slug: string) => `/neighbourhoods#${slug}`,
  neighbourhood: (slug: string) => `/neighbourhoods/${slug}`,
  raise: (slug: string) => `/neighbourhoods/${slug}/raise`,
  /** What became of what this browser raised just now. */
  raised: (slug: string) => `/neighbourhoods/${slug}/raise/done`,
  /** What a resident raised, as everybody may see it. */
  concern: (reference: string) => `/concerns/${reference}`,
  supportConcern: (reference: string) => `/concerns/${reference}/add-yourself`,
  search: (query?: string) => (query === undefined ? "/search" : `/search?${query}`),
  similarConcerns: (slug: string) => `/neighbourhoods/${slug}/similar`,
  neighbourhoodPriorities: (slug: string) => `/neighbourhoods/${slug}/priorities`,
  /** The history of its priorities, below one cycle. */
  earlierPriorities: (slug: string, belowCycle: number) =>
    `/neighbourhoods/${slug}/priorities?before=${belowCycle}#history`,
  priority: (reference: string) => `/priorities/${reference}`,
  /** The same page where it says what came of it; news that leads here is told to all who took part. */
  priorityResult: (reference: string) => `/priorities/${reference}#result`,
  /** Where residents who sign in say whether it worked. `done` names what was done just now. */
  tellWhetherSolved: (reference: string, done?: string) =>
    done === undefined
      ? `/priorities/${reference}/feedback`
      : `/priorities/${reference}/feedback?done=${done}`,
  /** The same for whoever was asked by a message, without signing in. */
  feedback: (token: string, done?: string) =>
    done === undefined ? `/feedback/${token}` : `/feedback/${token}?done=${done}`,
  practice: (query?: string) => (query === undefined ? "/practice" : `/practice?${query}`),
  /** The library, about one kind of problem. */
  practiceAbout: (category: string) => `/practice?category=${encodeURIComponent(category)}`,
  practiceItem: (slug: string) => `/practice/${slug}`,
  /** The picture that stands beside a link to it; `version` names what it says, so that it may be kept for ever. */
  priorityCard: (reference: string, version: string) => `/priorities/${reference}/card.png?v=${version}`,
  /** What changed about it, as an Atom feed. */
  priorityChanges: (reference: string) => `/priorities/${reference}/changes.atom`,
  incidents: (slug: string) => `/neighbourhoods/${slug}/incidents`,
  /** How much of the team's time the neighbourhood gets, by quarter. */
  teamTime: (slug: string) => `/neighbourhoods/${slug}/abstraction`,
  /** What an abstraction is, and the figures of the whole force. */
  abstraction: () => "/abstraction",
  vote: (slug: string) => `/neighbourhoods/${slug}/vote`,
  cycle: (slug: string, number: number) => `/neighbourhoods/${slug}/cycles/${number}`,
  receipt: (slug: string, number: number) => `/neighbourhoods/${slug}/cycles/${number}/receipt`,
  messageTeam: (slug: string) => `/neighbourhoods/${slug}/message`,
  meetings: (slug: string) => `/neighbourhoods/${slug}/meetings`,
  meeting: (reference: string) => `/meetings/${reference}`,
  calendarFeed: (slug: string) => `/neighbourhoods/${slug}/calendar.ics`,
  /** What changed about its priorities, votes and meetings, as an Atom feed. */
  changesFeed: (slug: string) => `/neighbourhoods/${slug}/changes.atom`,
  poster: (slug: string) => `/neighbourhoods/${slug}/poster`,
  follow: () => "/follow",
  /** The same page about one thing: where a sign-in comes back to. A cycle's reference is "slug/number". */
  followThis: (kind: string, reference: string) =>
    `/follow?kind=${encodeURIComponent(kind)}&reference=${encodeURIComponent(reference)}`,
  reportPage: (kind: string, reference: string) => `/report-page/${kind}/${reference}`,
  /** The form again, saying which report was sent just now. */
  pageReported: (kind: string, reference: string, report: string) =>
    `/report-page/${kind}/${reference}?sent=${report}`,
  map: () => "/map",
  mapLines: (version: string) => `/map/lines.geojson?v=${encodeURIComponent(version)}`,
  attribution: () => "/attribution",
  help: () => "/help",
  domesticAbuse: () => "/help/domestic-abuse",
  privacy: () => "/privacy",
  accessibility: () => "/accessibility",
  cookies: () => "/cookies",
  terms: () => "/terms",
  signIn: (next?: string) => withNext("/sign-in", next),
  signInCode: () => "/sign-in/code",
  signOut: () => "/sign-out",
  account: {
    home: () => "/account",
    /** With `next`, as the first page after a person's first sign-in. */
    details: (next?: string) => withNext("/account/details", next),
    messages: () => "/account/messages",
    data: () => "/account/data",
    download: () => "/account/data/download",
    erase: () => "/account/erase",
    erased: () => "/account/erased",
    underThirteen: () => "/account/under-13",
    sessions: () => "/account/sessions",
    concerns: () => "/account/concerns",
    concern: (reference: string) => `/account/concerns/${reference}`,
    threads: () => "/account/threads",
    thread: (reference: string) => `/account/threads/${reference}`,
    following: () => "/account/following",
    /** `done` names what was done just now. */
    calendar: (done?: string) =>
      done === undefined ? "/account/calendar" : `/account/calendar?done=${done}`,
    confirm: (next?: string) => withNext("/account/confirm", next),
  },
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  join: (token: string) => `/join/${token}`,
  joinProof: (token: string) => `/join/${token}/proof`,
  joinPasskey: (token: string) => `/join/${token}/passkey`,
  joinPassword: (token: string) => `/join/${token}/password`,
  /** A person's own calendar, for their calendar program: whoever has the address reads it. */
  personalCalendar: (token: string) => `/calendar/${token}.ics`,
  staff: {
    /** `done` names what was done just now. */
    home: (done?: string) => (done === undefined ? "/staff" : `/staff?done=${done}`),
    signIn: (next?: string) => withNext("/staff/sign-in", next),
    /** Sends a browser on to the force's identity provider. */
    signInStart: (next: string) => withNext("/staff/sign-in/start", next),
    signInAnswer: () => "/staff/sign-in/answer",
    /** The same sign-in, for somebody signed in who has to prove it anew. */
    proveAgain: (next: string) => `${withNext("/staff/sign-in", next)}&fresh=1`,
    /** As `signInStart`, asking the provider for a new proof. */
    proveAgainStart: (next: string) => `${withNext("/staff/sign-in/start", next)}&fresh=1`,
    waiting: () => "/staff/waiting",
    people: () => "/staff/people",
    /** A page of the list, by its filters: never by a name. */
    peoplePage: (query: string) => `/staff/people?${query}`,
    /** `done` names what was changed just now. */
    person: (id: string, done?: string) =>
      done === undefined ? `/staff/people/${id}` : `/staff/people/${id}?done=${done}`,
    personPost: (id: string, teamId?: string) =>
      teamId === undefined ? `/staff/people/${id}/post` : `/staff/people/${id}/post?team=${teamId}`,
    personRole: (id: string) => `/staff/people/${id}/role`,
    personAbsence: (id: string) => `/staff/people/${id}/absence`,
    personClose: (id: string) => `/staff/people/${id}/close`,
    agencies: () => "/staff/agencies",
    agency: (code: string, done?: string) =>
      `/staff/agencies/${encodeURIComponent(code)}${done === undefined ? "" : `?done=${done}`}`,
    invitations: () => "/staff/invitations",
    newInvitation: () => "/staff/invitations/new",
    members: () => "/staff/invitations/members",
    member: (id: string) => `/staff/invitations/members/${id}`,
    residents: () => "/staff/residents",
    residentsAfter: (place: string) => `/staff/residents?after=${encodeURIComponent(place)}`,
    /** The list, saying which resident was entered just now. */
    residentEntered: (reference: string) => `/staff/residents?entered=${encodeURIComponent(reference)}`,
    /** The list, saying that somebody was erased just now. */
    residentErased: () => "/staff/residents?done=erased",
    newResident: () => "/staff/residents/new",
    resident: (reference: string, done?: string) =>
      `/staff/residents/${encodeURIComponent(reference)}${done === undefined ? "" : `?done=${done}`}`,
    audit: () => "/staff/audit",
    auditPage: (query: string) => `/staff/audit?${query}`,
    auditBy: (accountId: string) => `/staff/audit?actor=${accountId}`,
    auditAbout: (subjectId: string) => `/staff/audit?subject=${subjectId}`,
    auditDownload: (query: string) => `/staff/audit/download.csv?${query}`,
    mail: () => "/staff/mail",
    concerns: (query?: string) => (query === undefined ? "/staff/concerns" : `/staff/concerns?${query}`),
    concern: (id: string, done?: string) =>
      done === undefined ? `/staff/concerns/${id}` : `/staff/concerns/${id}?done=${done}`,
    newConcern: () => "/staff/concerns/new",
    /** `done` names what was done just now. */
    urgent: (done?: string) => (done === undefined ? "/staff/urgent" : `/staff/urgent?done=${done}`),
    threads: (query?: string) => (query === undefined ? "/staff/threads" : `/staff/threads?${query}`),
    thread: (id: string, done?: string) =>
      done === undefined ? `/staff/threads/${id}` : `/staff/threads/${id}?done=${done}`,
    newThread: () => "/staff/threads/new",
    notices: () => "/staff/notices",
    cycles: () => "/staff/cycles",
    cyclesAfter: (position: string) => `/staff/cycles?after=${encodeURIComponent(position)}`,
    cycle: (id: string, done?: string) =>
      done === undefined ? `/staff/cycles/${id}` : `/staff/cycles/${id}?done=${done}`,
    extendCycle: (id: string) => `/staff/cycles/${id}/extend`,
    candidate: (cycleId: string, number: number, done?: string) =>
      `/staff/cycles/${cycleId}/candidates/${number}${done === undefined ? "" : `?done=${done}`}`,
    newCandidate: (cycleId: string) => `/staff/cycles/${cycleId}/candidates/new`,
    vote: (cycleId: string) => `/staff/cycles/${cycleId}/vote`,
    batch: (id: string) => `/staff/batches/${id}`,
    quarantine: (cycleId: string) => `/staff/cycles/${cycleId}/quarantine`,
    panels: () => "/staff/panels",
    newPanel: (cycleId: string) => `/staff/cycles/${cycleId}/panel`,
    panel: (id: string) => `/staff/panels/${id}`,
    priorities: (query?: string) =>
      query === undefined ? "/staff/priorities" : `/staff/priorities?${query}`,
    /** The overview, of one area only: "bcu:code", "section:code", "team:code" or "neighbourhood:slug". */
    prioritiesOf: (area: string) => `/staff/priorities?area=${encodeURIComponent(area)}`,
    prioritiesMap: (query?: string) =>
      query === undefined ? "/staff/priorities/map" : `/staff/priorities/map?${query}`,
    prioritiesDownload: (query: string) => `/staff/priorities/download.csv?${query}`,
    priority: (reference: string, done?: string) =>
      done === undefined ? `/staff/priorities/${reference}` : `/staff/priorities/${reference}?done=${done}`,
    plan: (reference: string) => `/staff/priorities/${reference}/plan`,
    planSteps: (reference: string, done?: string) =>
      `/staff/priorities/${reference}/steps${done === undefined ? "" : `?done=${done}`}`,
    /** The same page, at the review that one of the two reviewers owes. */
    planReview: (reference: string, reviewer: string) =>
      `/staff/priorities/${reference}/steps#${reviewer}-review`,
    /** The same page, at how the community took part. */
    planInvolvement: (reference: string) => `/staff/priorities/${reference}/steps#involvement`,
    planActions: (reference: string, done?: string) =>
      `/staff/priorities/${reference}/actions${done === undefined ? "" : `?done=${done}`}`,
    planAction: (reference: string, number: number) => `/staff/priorities/${reference}/actions/${number}`,
    /** The short form in which somebody says what came of an action of theirs. */
    myAction: (id: string) => `/staff/actions/${id}`,
    exceptions: (query?: string) =>
      query === undefined ? "/staff/exceptions" : `/staff/exceptions?${query}`,
    /** One part of it; `done` says that it was saved just now. */
    planPart: (reference: string, part: string, done?: string) =>
      `/staff/priorities/${reference}/plan?part=${part}${done === undefined ? "" : `&done=${done}`}`,
    /** The part at one of its fields, by the id of its box. */
    planField: (reference: string, part: string, field: string) =>
      `/staff/priorities/${reference}/plan?part=${part}#${field}`,
    /** Its fields as JSON, for the page that is open; none where that knows them already, by the sum of their versions. */
    planFields: (reference: string, known?: number) =>
      `/staff/priorities/${reference}/plan/fields${known === undefined ? "" : `?known=${known}`}`,
    planHistory: (reference: string, query?: string) =>
      `/staff/priorities/${reference}/plan/history${query === undefined ? "" : `?${query}`}`,
    feedback: (reference: string, done?: string) =>
      done === undefined
        ? `/staff/priorities/${reference}/feedback`
        : `/staff/priorities/${reference}/feedback?done=${done}`,
    enterReply: (reference: string, done?: string) =>
      done === undefined
        ? `/staff/priorities/${reference}/reply`
        : `/staff/priorities/${reference}/reply?done=${done}`,
    endPriority: (reference: string) => `/staff/priorities/${reference}/end`,
    /** `done` names what was changed just now. */
    engagement: (reference: string, done?: string) =>
      `/staff/priorities/${reference}/engagement${done === undefined ? "" : `?done=${done}`}`,
    engagementHistory: (reference: string, query?: string) =>
      `/staff/priorities/${reference}/engagement/history${query === undefined ? "" : `?${query}`}`,
    practice: () => "/staff/practice",
    practicePage: (page: number) => `/staff/practice?page=${page}`,
    /** With `from`, of the closed plan of that priority. */
    newPractice: (from?: string) =>
      from === undefined ? "/staff/practice/new" : `/staff/practice/new?from=${encodeURIComponent(from)}`,
    practiceItem: (slug: string, done?: string) =>
      `/staff/practice/${slug}${done === undefined ? "" : `?done=${done}`}`,
    measures: (reference: string, done?: string) =>
      done === undefined
        ? `/staff/priorities/${reference}/measures`
        : `/staff/priorities/${reference}/measures?done=${done}`,
    measure: (reference: string, id: string, done?: string) =>
      done === undefined
        ? `/staff/priorities/${reference}/measures/${id}`
        : `/staff/priorities/${reference}/measures/${id}?done=${done}`,
    newUrgentPriority: () => "/staff/priorities/new",
    meetings: () => "/staff/meetings",
    newMeeting: (slug?: string) =>
      slug === undefined ? "/staff/meetings/new" : `/staff/meetings/new?for=${slug}`,
    meeting: (reference: string, done?: string) =>
      done === undefined ? `/staff/meetings/${reference}` : `/staff/meetings/${reference}?done=${done}`,
    pageReports: () => "/staff/page-reports",
    pageReport: (reference: string, done?: string) =>
      done === undefined
        ? `/staff/page-reports/${reference}`
        : `/staff/page-reports/${reference}?done=${done}`,
    settings: () => "/staff/settings",
    preElection: (done?: string) =>
      done === undefined ? "/staff/settings/pre-election" : `/staff/settings/pre-election?done=${done}`,
  },
  abstractions: abstractionPaths,
  tasking: taskingPaths,
  partners: {
    home: (done?: string) => (done === undefined ? "/partners" : `/partners?done=${done}`),
    action: (id: string) => `/partners/actions/${id}`,
    signIn: (next?: string) => withNext("/partners/sign-in", next),
    passkeyOptions: () => "/partners/sign-in/passkey-options",
    secondFactor: (next?: string) => withNext("/partners/sign-in/authenticator", next),
    lost: () => "/partners/lost",
    security: () => "/partners/security",
    addPasskey: () => "/partners/security/passkey",
    changePassword: () => "/partners/security/password",
    ...partnerTaskingPaths,
  },
  panel: {
    home: () => "/panel",
    resolution: (id: string) => `/panel/resolutions/${id}`,
    pack: (id: string) => `/panel/resolutions/${id}/pack`,
  },
  demo: {
    people: () => "/demo/people",
    mail: () => "/demo/mail",
    message: (id: string) => `/demo/mail/${id}`,
  },
  api: {
    postcode: (postcode: string) => `/api/v1/postcodes/${encodeURIComponent(postcode)}`,
    locate: (lng: number, lat: number) => `/api/v1/locate?lat=${lat}&lng=${lng}`,
    neighbourhoods: () => "/api/v1/neighbourhoods",
    neighbourhood: (slug: string) => `/api/v1/neighbourhoods/${slug}`,
    neighbourhoodsGeoJson: (detail?: "exact" | number) =>
      detail === undefined
        ? "/api/v1/neighbourhoods.geojson"
        : `/api/v1/neighbourhoods.geojson?detail=${detail}`,
    prioritiesOf: (slug: string) => `/api/v1/priorities?neighbourhood=${encodeURIComponent(slug)}`,
    places: (words: string) => `/api/v1/places?q=${encodeURIComponent(words)}`,
    ballots: (cycleId: string) => `/api/v1/cycles/${cycleId}/ballots.csv`,
    ...{ ...abstractionApiPaths, ...taskingApiPaths },
  },
} as const;
