import type {
  AllocationFact,
  BaseFact,
  ContactFact,
  HoldingFact,
  PostFact,
  TeamsFile,
} from "#app/domain/team/teams-file.ts";
import type { TeamsRow } from "./teams-rows.server.ts";

interface Facts {
  posts: PostFact[];
  allocations: AllocationFact[];
  holdings: HoldingFact[];
  contacts: ContactFact[];
  bases: BaseFact[];
}

type Read<Kind> = Extract<TeamsRow, { record: Kind }> & { line: number };

const postFact = (row: Read<"post">): PostFact => ({
  line: row.line,
  reference: row.post,
  kind: row.post_kind,
  teamCode: row.team_code,
  agencyCode: row.agency_code,
  agencyName: row.agency_name ?? null,
  agencyKind: row.agency_kind ?? null,
  fullTimeEquivalent: row.full_time_equivalent ?? 1,
  fundingSource: row.funding_source ?? "force",
  fundingEndsOn: row.funding_ends_on ?? null,
  coverPlan: row.cover_plan ?? null,
  vacancyReason: row.vacancy_reason ?? null,
});

const holdingFact = (row: Read<"holding">): HoldingFact => ({
  line: row.line,
  postReference: row.post,
  personReference: row.person,
  surname: row.surname,
  kind: row.holding_kind ?? "substantive",
  heldFrom: row.held_from,
  heldTo: row.held_to ?? null,
  // Officers are named unless an exception is recorded; a photograph needs their consent.
  publicNameOk: row.public_name_ok ?? true,
  photoOk: row.photo_ok ?? false,
});

const contactFact = (row: Read<"contact">): ContactFact => ({
  line: row.line,
  neighbourhoodCodes: row.neighbourhood_codes,
  email: row.email ?? null,
  telephone: row.telephone ?? null,
  website: row.website ?? null,
});

const baseFact = (row: Read<"base">): BaseFact => ({
  line: row.line,
  code: row.base,
  name: row.base_name,
  address: row.address,
  postcode: row.postcode ?? null,
  lng: row.lng ?? null,
  lat: row.lat ?? null,
  isPublic: row.is_public,
  openingHours: row.opening_hours ?? null,
  sharedWith: row.shared_with ?? null,
  neighbourhoodCodes: row.neighbourhood_codes ?? [],
});

/** Sorts the rows of a teams file by what they are about, with what an empty cell stands for filled in. */
export function teamsFileOf(rows: readonly (TeamsRow & { line: number })[]): TeamsFile {
  const facts: Facts = { posts: [], allocations: [], holdings: [], contacts: [], bases: [] };
  for (const row of rows) {
    switch (row.record) {
      case "post":
        facts.posts.push(postFact(row));
        break;
      case "allocation":
        facts.allocations.push({
          line: row.line,
          postReference: row.post,
          neighbourhoodCode: row.neighbourhood_codes,
          weight: row.weight ?? 1,
        });
        break;
      case "holding":
        facts.holdings.push(holdingFact(row));
        break;
      case "contact":
        facts.contacts.push(contactFact(row));
        break;
      case "base":
        facts.bases.push(baseFact(row));
        break;
    }
  }
  return facts;
}
