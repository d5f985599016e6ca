import { describe, expect, it } from "vitest";
import { checkTeamsFile } from "./check-teams-file.ts";
import type {
  AllocationFact,
  BaseFact,
  ContactFact,
  HoldingFact,
  KnownToTeams,
  PostFact,
  TeamsFile,
} from "./teams-file.ts";

const today = "2026-06-01";
const known: KnownToTeams = {
  teamCodes: new Set(["T1", "T2"]),
  teamOfNeighbourhood: new Map([
    ["N1", "T1"],
    ["N2", "T1"],
  ]),
  agencies: new Map([
    ["POL", { name: "Police", kind: "police" }],
    ["BC", { name: "Borough", kind: "district" }],
  ]),
};
const post = (reference: string, given: Partial<PostFact> = {}): PostFact => ({
  line: 1,
  reference,
  kind: "pc",
  teamCode: "T1",
  agencyCode: "POL",
  agencyName: null,
  agencyKind: null,
  fullTimeEquivalent: 1,
  fundingSource: "force",
  fundingEndsOn: null,
  coverPlan: null,
  vacancyReason: null,
  ...given,
});
const allocation = (
  postReference: string,
  neighbourhoodCode: string,
  weight: number,
  line = 2,
): AllocationFact => ({
  line,
  postReference,
  neighbourhoodCode,
  weight,
});
const holding = (
  postReference: string,
  heldFrom: string,
  heldTo: string | null,
  given: Partial<HoldingFact> = {},
): HoldingFact => ({
  line: 3,
  postReference,
  personReference: `${postReference} ${heldFrom}`,
  surname: "Archer",
  kind: "substantive",
  heldFrom,
  heldTo,
  publicNameOk: true,
  photoOk: false,
  ...given,
});
const contact = (given: Partial<ContactFact> = {}): ContactFact => ({
  line: 4,
  neighbourhoodCodes: ["N1", "N2"],
  email: null,
  telephone: "101",
  website: null,
  ...given,
});
const base = (given: Partial<BaseFact> = {}): BaseFact => ({
  line: 5,
  code: "B1",
  name: "Library",
  address: "High Street",
  postcode: null,
  lng: null,
  lat: null,
  isPublic: true,
  openingHours: null,
  sharedWith: null,
  neighbourhoodCodes: ["N1"],
  ...given,
});
/** A file with nothing to say about it. */
const whole: TeamsFile = {
  posts: [post("S1", { kind: "sergeant" }), post("C1")],
  allocations: [
    allocation("S1", "N1", 0.5),
    allocation("S1", "N2", 0.5),
    allocation("C1", "N1", 0.5),
    allocation("C1", "N2", 0.5),
  ],
  holdings: [holding("S1", "2025-01-01", null), holding("C1", "2025-01-01", null)],
  contacts: [contact()],
  bases: [base()],
};
const withPosts = (posts: PostFact[], weight: number[] = [1]): TeamsFile => ({
  ...whole,
  posts: [...whole.posts, ...posts],
  allocations: [
    ...whole.allocations,
    ...posts.flatMap(({ reference }) =>
      weight.map((share, index) => allocation(reference, `N${index + 1}`, share)),
    ),
  ],
  holdings: [...whole.holdings, ...posts.map(({ reference }) => holding(reference, "2025-01-01", null))],
});
const messages = (file: TeamsFile) =>
  checkTeamsFile(file, known, today).problems.map(({ message }) => message);

describe("checkTeamsFile", () => {
  it("has nothing to say about a file that is right", () => {
    expect(checkTeamsFile(whole, known, today)).toEqual({ problems: [], warnings: [] });
  });

  it.each<[string, TeamsFile]>([
    ["weights within the tolerance", withPosts([post("C2")], [0.333, 0.666])],
    ["weights over 1 within the tolerance", withPosts([post("C2")], [0.5, 0.501])],
    ["a warden of the borough", withPosts([post("W1", { kind: "warden", agencyCode: "BC" })])],
    [
      "a new agency named on one post",
      withPosts([
        post("C2", { agencyCode: "X", agencyName: "X", agencyKind: "police" }),
        post("C3", { agencyCode: "X" }),
      ]),
    ],
    ["a known agency renamed", withPosts([post("C2", { agencyName: "Constabulary", agencyKind: "police" })])],
    [
      "holders who follow each other",
      {
        ...whole,
        holdings: [
          holding("S1", "2024-01-01", "2025-12-31"),
          holding("S1", "2026-01-01", null),
          holding("C1", "2025-01-01", null),
        ],
      },
    ],
    [
      "cover beside a holder",
      { ...whole, holdings: [...whole.holdings, holding("C1", "2026-01-01", null, { kind: "cover" })] },
    ],
  ])("accepts %s", (_, file) => {
    expect(messages(file)).toEqual([]);
  });

  it.each<[string, TeamsFile, string]>([
    [
      "weights that sum to less",
      withPosts([post("C2")], [0.5, 0.498]),
      "the weights of C2 sum to 0.998, not 1",
    ],
    ["weights that sum to more", withPosts([post("C2")], [0.5, 0.6]), "the weights of C2 sum to 1.1, not 1"],
    [
      "a post without allocation",
      { ...whole, posts: [...whole.posts, post("C2")] },
      "C2 has no allocation row",
    ],
    [
      "an allocation without post",
      { ...whole, allocations: [...whole.allocations, allocation("C9", "N1", 1)] },
      "post C9 has no post row",
    ],
    [
      "an allocation twice",
      { ...whole, allocations: [...whole.allocations, allocation("C1", "N1", 0.5, 9)] },
      "C1 is allocated to N1 on line 2 already",
    ],
    [
      "an unknown neighbourhood",
      { ...whole, allocations: [...whole.allocations.slice(0, 3), allocation("C1", "N9", 0.5)] },
      "neighbourhood N9 is not in the structure in force",
    ],
    [
      "an unknown team",
      withPosts([post("C2", { teamCode: "T9" })]),
      "team T9 is not in the structure in force",
    ],
    ["a post twice", withPosts([post("C1")], []), "post C1 stands on line 1 already"],
    [
      "a new agency without name",
      withPosts([post("C2", { agencyCode: "X" })]),
      "agency X is new: give agency_name and agency_kind on one post of it",
    ],
    [
      "an agency under two names",
      withPosts([
        post("C2", { agencyName: "A", agencyKind: "police" }),
        post("C3", { agencyName: "B", agencyKind: "police" }),
      ]),
      'agency POL is called "A" (police) on another line of the file',
    ],
    [
      "a constable of the borough",
      withPosts([post("C2", { agencyCode: "BC" })]),
      "C2 is a PC post but agency BC is not police (district)",
    ],
    [
      "a holding without post",
      { ...whole, holdings: [...whole.holdings, holding("C9", "2025-01-01", null)] },
      "post C9 has no post row",
    ],
    [
      "a holding that ends before it begins",
      { ...whole, holdings: [...whole.holdings, holding("C1", "2024-02-01", "2024-01-01")] },
      "held_to (2024-01-01) is before held_from (2024-02-01)",
    ],
    [
      "two substantive holders on one day",
      { ...whole, holdings: [...whole.holdings, holding("C1", "2024-01-01", "2025-01-01")] },
      "C1 has another substantive holder on these days (line 3)",
    ],
    [
      "a person under two surnames",
      {
        ...whole,
        holdings: [
          ...whole.holdings,
          holding("C1", "2023-01-01", "2023-02-01", { personReference: "S1 2025-01-01", surname: "Lowe" }),
        ],
      },
      "person S1 2025-01-01 has another surname on line 3",
    ],
    [
      "two lead sergeants",
      withPosts([post("S2", { kind: "sergeant" })]),
      "N1 would have two lead sergeants: S1 (line 1) and S2",
    ],
    [
      "two contacts",
      { ...whole, contacts: [contact(), contact({ neighbourhoodCodes: ["N2"] })] },
      "neighbourhood N2 has a contact on line 4 already",
    ],
    ["a base twice", { ...whole, bases: [base(), base()] }, "base B1 stands on line 5 already"],
    ["half a position", { ...whole, bases: [base({ lat: 53 })] }, "give both lat and lng, or neither"],
    [
      "a base for an unknown neighbourhood",
      { ...whole, bases: [base({ neighbourhoodCodes: ["N9"] })] },
      "neighbourhood N9 is not in the structure in force",
    ],
  ])("refuses %s", (_, file, message) => {
    expect(messages(file)).toContain(message);
  });

  it.each<[string, TeamsFile, string[]]>([
    [
      "no sergeant",
      {
        ...whole,
        posts: [post("C1")],
        allocations: whole.allocations.slice(2),
        holdings: whole.holdings.slice(1),
      },
      [
        "N1 has no lead sergeant: team T1 has no sergeant post",
        "N2 has no lead sergeant: team T1 has no sergeant post",
      ],
    ],
    [
      "a sergeant of another team",
      { ...whole, posts: [post("S1", { kind: "sergeant", teamCode: "T2" }), post("C1")] },
      ["N1 is led by S1 of team T2, not of its own T1", "N2 is led by S1 of team T2, not of its own T1"],
    ],
    [
      "no beat officer, no contact",
      {
        ...whole,
        allocations: [...whole.allocations.slice(0, 2), allocation("C1", "N1", 1)],
        contacts: [contact({ neighbourhoodCodes: ["N1"] })],
      },
      ["N2 has no beat officer: no PC or PCSO post is allocated to it", "N2 has no contact"],
    ],
    [
      "a post nobody ever held",
      { ...whole, holdings: whole.holdings.slice(0, 1) },
      ["C1 is vacant and no ended holding says since when"],
    ],
    [
      "a long vacancy",
      { ...whole, holdings: [holding("S1", "2025-01-01", null), holding("C1", "2025-01-01", "2026-05-02")] },
      ["C1 has been vacant for 29 days and nothing covers it"],
    ],
    [
      "a very long vacancy, covered",
      {
        ...whole,
        holdings: [
          holding("S1", "2025-01-01", null),
          holding("C1", "2025-01-01", "2026-03-01"),
          holding("C1", "2026-03-02", null, { kind: "cover" }),
        ],
      },
      ["C1 has been vacant for 91 days: the BCU reviews it"],
    ],
  ])("warns of %s", (_, file, warnings) => {
    expect(checkTeamsFile(file, known, today)).toEqual({ problems: [], warnings });
  });
});
