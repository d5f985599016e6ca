import { agencyKinds } from "#app/domain/agency/agency.ts";
import { fundingSources, holdingKinds, postKinds } from "#app/domain/team/team.ts";
import { teamsColumns, type TeamsRow } from "./teams-rows.server.ts";

const columns = [...teamsColumns.required, ...teamsColumns.optional];

type Cells = { record: TeamsRow["record"] } & Record<string, string>;

/** One row of the example, with the columns it does not need left empty. */
function row(cells: Cells): string {
  return columns
    .map((column) => cells[column] ?? "")
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
}

const post = { record: "post", team_code: "T01", agency_code: "POL" } as const;

const examples: readonly Cells[] = [
  {
    ...post,
    post: "S01",
    post_kind: "sergeant",
    agency_name: "Anyshire Constabulary",
    agency_kind: "police",
  },
  { ...post, post: "C01", post_kind: "pc", cover_plan: "the Northgate team", vacancy_reason: "promotion" },
  { ...post, post: "P01", post_kind: "pcso", funding_source: "matched", funding_ends_on: "2028-03-31" },
  {
    record: "post",
    post: "R01",
    post_kind: "ranger",
    team_code: "T01",
    agency_code: "COUNCIL",
    agency_name: "High Moor Borough Council",
    agency_kind: "district",
    full_time_equivalent: "0.5",
    funding_source: "partner",
  },
  { record: "allocation", post: "S01", neighbourhood_codes: "HP01", weight: "0.5" },
  { record: "allocation", post: "S01", neighbourhood_codes: "HP02", weight: "0.5" },
  { record: "allocation", post: "C01", neighbourhood_codes: "HP01" },
  { record: "allocation", post: "P01", neighbourhood_codes: "HP02" },
  { record: "allocation", post: "R01", neighbourhood_codes: "HP02" },
  {
    record: "holding",
    post: "S01",
    person: "N1001",
    surname: "Archer",
    held_from: "2025-04-01",
    photo_ok: "yes",
  },
  {
    record: "holding",
    post: "C01",
    person: "N1002",
    surname: "Lowe",
    held_from: "2024-01-08",
    held_to: "2026-05-31",
  },
  {
    record: "holding",
    post: "C01",
    person: "N1003",
    surname: "Reid",
    holding_kind: "cover",
    held_from: "2026-06-01",
  },
  { record: "holding", post: "P01", person: "N1003", surname: "Reid", held_from: "2025-09-01" },
  {
    record: "holding",
    post: "R01",
    person: "N2001",
    surname: "Marsh",
    held_from: "2025-09-01",
    public_name_ok: "no",
  },
  {
    record: "contact",
    neighbourhood_codes: "HP01 HP02",
    email: "northgate.snt@anyshire.example",
    telephone: "101",
    website: "https://www.anyshire.example/northgate",
  },
  {
    record: "base",
    neighbourhood_codes: "HP01 HP02",
    base: "B01",
    base_name: "Northgate library",
    address: "High Street, Northgate",
    lat: "53.25",
    lng: "-1.91",
    is_public: "yes",
    opening_hours: "Tuesdays, 2pm to 4pm",
    shared_with: "the county council",
  },
  {
    record: "base",
    base: "B02",
    base_name: "Moorside station",
    address: "Mill Lane, Moorside",
    is_public: "no",
  },
];

/** An example file with every kind of record, line by line. */
export const teamsTemplate: readonly string[] = [
  "# The teams of the force: posts, who holds them, contacts and bases. Lines that begin with # are left out.",
  "# Load the structure first: team and neighbourhood codes are those of the structure in force.",
  "# The first column says what a row is about; leave empty the columns that its kind does not list. A code has no",
  "# spaces. Write days as 2026-12-31, and yes or no. There is no column for a given name: none is ever loaded.",
  "#",
  "# post: a job in a team. Required: post, post_kind, team_code, agency_code; agency_name and agency_kind on one post",
  '#   of an agency that is new. cover_plan follows the words "vacant, covered by" in public; vacancy_reason is for staff.',
  `#   post_kind: ${postKinds.join(", ")}. Only rangers and wardens may work for another agency than the police.`,
  `#   agency_kind: ${agencyKinds.join(", ")}.`,
  `#   full_time_equivalent: 1 when empty. funding_source: ${fundingSources.join(", ")}; force when empty.`,
  "#",
  "# allocation: how a post's time is shared. Required: post, neighbourhood_codes (one code). weight: 1 when empty; the",
  "#   weights of a post sum to 1. The sergeant allocated to a neighbourhood leads it: one for each neighbourhood.",
  "#",
  "# holding: who holds a post, from a day to a day (the last included; empty while it goes on). Required: post, person",
  "#   (the force's own reference, never public), surname, held_from. Keep the last ended holding of a vacant post: it",
  "#   says since when. public_name_ok: yes when empty. photo_ok: no when empty.",
  `#   holding_kind: ${holdingKinds.join(", ")}; substantive when empty. One substantive holder at a time; acting and`,
  "#   cover are for a post whose own holder is missing.",
  "#",
  "# contact: how residents reach the team. Required: neighbourhood_codes (several are separated by spaces).",
  "#",
  "# base: a station or office. Required: base, base_name, address, is_public; neighbourhood_codes are those it serves.",
  "#   One that is not public is never shown outside the force.",
  columns.join(","),
  ...examples.map(row),
];
