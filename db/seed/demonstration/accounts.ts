import type { Role } from "#app/domain/access.ts";
import type { AgeBand, AreaKind, Connection } from "#app/domain/account/account.ts";
import { panelMembersOf } from "./panel-members.ts";
import { givenNames } from "./people/given-names.ts";
import { surnames } from "./people/surnames.ts";
import { partnerPeople, type PartnerPerson } from "./partner-people.ts";
import { createRandom } from "./random.ts";
import { bcus, sections } from "./structure.ts";
import type { DemonstrationHolding, DemonstrationPerson, DemonstrationPost } from "./types.ts";

/** Somebody in the demonstration whom a visitor may become. */
export interface DemonstrationAccount {
  readonly reference: string;
  readonly kind: "resident" | "staff" | "member";
  readonly name: string;
  /** The person whose posts give the roles; null where `appointment` does. */
  readonly personReference: string | null;
  readonly appointment: { role: Role; area: { kind: AreaKind; code: string | null } } | null;
  readonly agencyCode: string | null;
  readonly resident: { ageBand: AgeBand; connections: readonly { code: string; kind: Connection }[] } | null;
}

// Another sequence than the force's, so that people who can sign in change nothing else.
const seed = 2007;

type Appointed = readonly [reference: string, role: Role, areaKind: AreaKind, areaCode: string | null];

const staff: readonly Appointed[] = [
  ...sections.map(({ code }): Appointed => [`inspector-${code}`, "inspector", "section", code]),
  ...bcus.flatMap(({ code }): Appointed[] => [
    [`commander-${code}`, "commander", "bcu", code],
    [`communications-${code}`, "communications", "bcu", code],
  ]),
  ["duty-inspector-1", "duty-inspector", "force", null],
  ["duty-inspector-2", "duty-inspector", "force", null],
  ["response-sergeant-A", "response-sergeant", "bcu", "A"],
  ["response-sergeant-D", "response-sergeant", "bcu", "D"],
  ["analyst-A", "analyst", "bcu", "A"],
  ["analyst-B", "analyst", "bcu", "B"],
  ["analyst-C", "analyst", "bcu", "C"],
  ["analyst-D", "analyst", "bcu", "D"],
  ["training", "training", "force", null],
  ["chief-officer", "chief-officer", "force", null],
  ["oversight", "oversight", "force", null],
  ["moderator-1", "moderator", "force", null],
  ["moderator-2", "moderator", "force", null],
  ["records", "records", "force", null],
  ["administrator", "administrator", "force", null],
  ["contact-centre", "contact-centre", "force", null],
  ["iag-adviser", "iag-adviser", "bcu", "D"],
];

const members: readonly PartnerPerson[] = [
  ["partner-amber-valley", "partner", "partnership", "E07000032", "amber-valley"],
  ["partner-derby", "partner", "partnership", "E06000015", "derby"],
  ["partner-housing", "partner", "partnership", "E07000032", "county-housing"],
  ["partner-county", "partner", "force", null, "derbyshire-county"],
  ["chair-amber-valley", "partnership-chair", "partnership", "E07000032", "amber-valley"],
  ["chair-derby", "partnership-chair", "partnership", "E06000015", "derby"],
];

const ageBands: readonly AgeBand[] = ["18+", "18+", "16-17"];

/**
 * The people whom a visitor of the demonstration may become: every sergeant, a few constables, one or more of each
 * other role, and residents, panel and KIN members of the first neighbourhoods. Fictional, and the same every time.
 */
export function buildAccounts(
  people: readonly DemonstrationPerson[],
  posts: readonly DemonstrationPost[],
  holdings: readonly DemonstrationHolding[],
  neighbourhoodCodes: readonly string[],
): DemonstrationAccount[] {
  const random = createRandom(seed);
  const name = () =>
    `${givenNames[random.index(givenNames.length)] ?? "Alex"} ${surnames[random.index(surnames.length)] ?? "Archer"}`;
  const appointed = ([reference, role, kind, code]: Appointed) => ({
    reference,
    name: name(),
    personReference: null,
    appointment: { role, area: { kind, code } },
    resident: null,
  });
  const member = (role: "panel-member" | "kin-member", reference: string, code: string) => ({
    ...appointed([reference, role, "neighbourhood", code]),
    kind: "member" as const,
    agencyCode: null,
  });
  const partnerOf = ([reference, role, kind, code, agencyCode]: PartnerPerson) => ({
    ...appointed([reference, role, kind, code]),
    kind: "member" as const,
    agencyCode,
  });
  return [
    ...holdersOfPosts(people, posts, holdings),
    ...staff.map((row) => ({ ...appointed(row), kind: "staff" as const, agencyCode: null })),
    ...members.map(partnerOf),
    ...neighbourhoodCodes.slice(0, 3).flatMap((code, number): DemonstrationAccount[] => [
      ...panelMembersOf(code).map((reference) => member("panel-member", reference, code)),
      member("kin-member", `kin-member-${code}`, code),
      {
        reference: `resident-${code}`,
        kind: "resident",
        name: name(),
        personReference: null,
        appointment: null,
        agencyCode: null,
        resident: { ageBand: ageBands[number] ?? "18+", connections: [{ code, kind: "live" }] },
      },
    ]),
    // Last, so that they change nobody's name.
    ...partnerPeople.map(partnerOf),
  ];
}

/** An account for each sergeant, and for the first two officers of each kind in each of the first two teams. */
function holdersOfPosts(
  people: readonly DemonstrationPerson[],
  posts: readonly DemonstrationPost[],
  holdings: readonly DemonstrationHolding[],
): DemonstrationAccount[] {
  const teamCodes = [...new Set(posts.map(({ teamCode }) => teamCode))].slice(0, 2);
  const seen = new Map<string, number>();
  return posts.flatMap(({ reference, kind, teamCode }): DemonstrationAccount[] => {
    const holding = holdings.find(
      (one) => one.postReference === reference && one.kind === "substantive" && one.to === null,
    );
    const person = people.find((one) => one.reference === holding?.personReference);
    if (person === undefined) return [];
    const group = `${teamCode} ${kind}`;
    const count = (seen.get(group) ?? 0) + 1;
    seen.set(group, count);
    const isShown =
      kind === "sergeant" || (["pc", "pcso"].includes(kind) && teamCodes.includes(teamCode) && count <= 2);
    if (!isShown) return [];
    return [
      {
        reference: person.reference,
        kind: "staff",
        name: `${person.givenName} ${person.surname}`,
        personReference: person.reference,
        appointment: null,
        agencyCode: null,
        resident: null,
      },
    ];
  });
}
