/** Who looks into the abuse or neglect of an adult: the council that is responsible for social care. */
export interface AdultCare {
  council: string;
  /** As people read it aloud; null where none was read lately. */
  telephone: string | null;
  website: string;
  /** GSS codes of the districts it cares for. */
  codes: readonly string[];
  seenAt: string;
}

const derbyshirePage =
  "https://www.derbyshire.gov.uk/social-health/adult-care-and-wellbeing/keeping-safe/keeping-adults-safe/keeping-vulnerable-adults-safe.aspx";
const derbyPage =
  "https://www.derby.gov.uk/health-and-social-care/safeguarding-adults-at-risk/safeguarding-vulnerable-adults/";

export const adultCare: readonly AdultCare[] = [
  {
    council: "Derbyshire County Council",
    telephone: "01629 533190",
    website: derbyshirePage,
    codes: [
      "E07000032",
      "E07000033",
      "E07000034",
      "E07000035",
      "E07000036",
      "E07000037",
      "E07000038",
      "E07000039",
    ],
    seenAt: derbyshirePage,
  },
  {
    council: "Derby City Council",
    telephone: null,
    website: derbyPage,
    codes: ["E06000015"],
    seenAt: derbyPage,
  },
];

/** The councils that care for adults in these districts; none for a district that is not in the list. */
export function adultCareOf(districts: readonly { code: string }[]): AdultCare[] {
  return adultCare.filter(({ codes }) => districts.some(({ code }) => codes.includes(code)));
}
