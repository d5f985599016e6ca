/** Duties, what they were used for, and what is done about it. `done` names what was done just now. */
export const abstractionPaths = {
  home: (done?: string) => (done === undefined ? "/staff/abstractions" : `/staff/abstractions?done=${done}`),
  log: (query?: string) =>
    query === undefined ? "/staff/abstractions/log" : `/staff/abstractions/log?${query}`,
  /** The log of a device without a signal: an empty form, the same for everybody. */
  offline: () => "/staff/abstractions/offline",
  /** Where a device sends what it kept. */
  send: () => "/staff/abstractions/send",
  entry: (id: string, done?: string) =>
    `/staff/abstractions/entries/${id}${done === undefined ? "" : `?done=${done}`}`,
  correct: (id: string) => `/staff/abstractions/entries/${id}/correct`,
  dispute: (id: string, done?: string) =>
    `/staff/abstractions/entries/${id}/dispute${done === undefined ? "" : `?done=${done}`}`,
  confirm: (query?: string) =>
    query === undefined ? "/staff/abstractions/confirm" : `/staff/abstractions/confirm?${query}`,
  calendar: (query?: string) =>
    query === undefined ? "/staff/abstractions/calendar" : `/staff/abstractions/calendar?${query}`,
  own: (query?: string) =>
    query === undefined ? "/staff/abstractions/mine" : `/staff/abstractions/mine?${query}`,
  disputes: () => "/staff/abstractions/disputes",
  requests: (done?: string) =>
    done === undefined ? "/staff/abstractions/requests" : `/staff/abstractions/requests?done=${done}`,
  newRequest: () => "/staff/abstractions/requests/new",
  request: (id: string, done?: string) =>
    `/staff/abstractions/requests/${id}${done === undefined ? "" : `?done=${done}`}`,
  rates: (query?: string) =>
    query === undefined ? "/staff/abstractions/rates" : `/staff/abstractions/rates?${query}`,
  ratesDownload: (query: string) => `/staff/abstractions/rates.csv?${query}`,
  report: (query?: string) =>
    query === undefined ? "/staff/abstractions/report" : `/staff/abstractions/report?${query}`,
  improvements: (query?: string) =>
    query === undefined ? "/staff/abstractions/improvements" : `/staff/abstractions/improvements?${query}`,
  improvement: (id: string, done?: string) =>
    `/staff/abstractions/improvements/${id}${done === undefined ? "" : `?done=${done}`}`,
  improvementAction: (id: string) => `/staff/abstractions/improvement-actions/${id}`,
  definition: (done?: string) =>
    done === undefined ? "/staff/abstractions/definition" : `/staff/abstractions/definition?done=${done}`,
  newDefinition: () => "/staff/abstractions/definition/new",
  duties: (query?: string) =>
    query === undefined ? "/staff/abstractions/duties" : `/staff/abstractions/duties?${query}`,
  duty: (id: string) => `/staff/abstractions/duties/${id}`,
  pattern: () => "/staff/abstractions/duties/pattern",
  rosters: (query?: string) =>
    query === undefined ? "/staff/abstractions/rosters" : `/staff/abstractions/rosters?${query}`,
  roster: (id: string, query?: string) =>
    `/staff/abstractions/rosters/${id}${query === undefined ? "" : `?${query}`}`,
  /** The rows of one state, as a CSV. */
  rosterDownload: (id: string, state: string) => `/staff/abstractions/rosters/${id}/rows.csv?state=${state}`,
  rosterMapping: (name: string) => `/staff/abstractions/rosters/mappings/${name}`,
  settings: (done?: string) =>
    done === undefined ? "/staff/settings/abstractions" : `/staff/settings/abstractions?done=${done}`,
} as const;

/** What was published, as open data. */
export const abstractionApiPaths = {
  abstraction: () => "/api/v1/abstraction",
  abstractionOf: (slug: string) => `/api/v1/abstraction?neighbourhood=${encodeURIComponent(slug)}`,
  abstractionDownload: () => "/api/v1/abstraction.csv",
  abstractionDownloadOf: (slug: string) =>
    `/api/v1/abstraction.csv?neighbourhood=${encodeURIComponent(slug)}`,
} as const;
