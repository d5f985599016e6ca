import { z } from "zod";
import { agencyKinds } from "#app/domain/agency/agency.ts";
import { fundingSources, holdingKinds, postKinds } from "#app/domain/team/team.ts";
import type { CsvColumns } from "#app/services/csv/read-csv.server.ts";
import {
  code,
  codes,
  day,
  lat,
  lng,
  plainNumber,
  postcode,
  words,
  yesNo,
} from "#app/services/csv/fields.server.ts";

const aboveZeroToOne = plainNumber.refine((value) => value > 0 && value <= 1, {
  error: "write a number above 0 and at most 1",
});
const surname = z.string().regex(/^[\p{L}\p{M}'’ .-]{1,60}$/u, { error: "is not a surname" });
const telephone = z.string().regex(/^\+?[\d ()]{3,20}$/, { error: "is not a telephone number" });
const email = z.email({ error: "is not an e-mail address" });
// why: shown as a link, so nothing but a page's address may stand here.
const website = z.url({ protocol: /^https?$/, error: "write an address that begins with https://" });

const post = z.strictObject({
  record: z.literal("post"),
  post: code,
  post_kind: z.enum(postKinds),
  team_code: code,
  agency_code: code,
  agency_name: words.optional(),
  agency_kind: z.enum(agencyKinds).optional(),
  full_time_equivalent: aboveZeroToOne.optional(),
  funding_source: z.enum(fundingSources).optional(),
  funding_ends_on: day.optional(),
  cover_plan: words.optional(),
  vacancy_reason: words.optional(),
});

const allocation = z.strictObject({
  record: z.literal("allocation"),
  post: code,
  neighbourhood_codes: code,
  weight: aboveZeroToOne.optional(),
});

const holding = z.strictObject({
  record: z.literal("holding"),
  post: code,
  person: code,
  surname,
  holding_kind: z.enum(holdingKinds).optional(),
  held_from: day,
  held_to: day.optional(),
  public_name_ok: yesNo.optional(),
  photo_ok: yesNo.optional(),
});

const contact = z.strictObject({
  record: z.literal("contact"),
  neighbourhood_codes: codes,
  email: email.optional(),
  telephone: telephone.optional(),
  website: website.optional(),
});

const base = z.strictObject({
  record: z.literal("base"),
  base: code,
  base_name: words,
  address: words,
  postcode: postcode.optional(),
  lat: lat.optional(),
  lng: lng.optional(),
  // Required: whether a building is shown to everybody is never left to a default.
  is_public: yesNo,
  opening_hours: words.optional(),
  shared_with: words.optional(),
  neighbourhood_codes: codes.optional(),
});

/** A row of a teams file: its first column says which kind of record the others are about. */
export const teamsRow = z.discriminatedUnion("record", [post, allocation, holding, contact, base], {
  error: "not one of: post, allocation, holding, contact, base",
});
export type TeamsRow = z.output<typeof teamsRow>;

const records = [post, allocation, holding, contact, base];

/** A column that is not known is refused here: it may hold what must never be loaded, such as a given name. */
export const teamsColumns: CsvColumns = {
  required: ["record"],
  optional: [...new Set(records.flatMap((record) => Object.keys(record.shape)))].filter(
    (column) => column !== "record",
  ),
  onUnknown: "refuse",
};
