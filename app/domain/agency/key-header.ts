const agencyApi = /^\/api\/v1\/tasking\/actions(?:\/[\w-]+)?$/;
const header = /^Bearer (sn_[\w-]{20,100})$/;

/** Whether this is an address at which an agency's own system works its actions: with its key, and no session. */
export const isAgencyApi = (path: string): boolean => agencyApi.test(path);

/** The key that an Authorization header carries; null where it carries none. */
export const keyOfHeader = (authorization: string | null | undefined): string | null =>
  header.exec(authorization ?? "")?.[1] ?? null;

/** Whether a key opens anything on a day: `endsOn` is its last. */
export const isKeyOpen = (
  { endsOn, endedAt }: { endsOn: string; endedAt: Date | null },
  today: string,
): boolean => endedAt === null && today <= endsOn;
