/** Where a council takes requests to review how reports of anti-social behaviour were handled. */
export interface CaseReview {
  /** GSS code of the council's district. */
  code: string;
  council: string;
  /** The council's own page; null where none was read. */
  address: string | null;
  /** Where that address was read; null while it is unverified. */
  seenAt: string | null;
}

/** The page that speaks for all nine councils of Derbyshire. */
export const derbyshireCaseReview = {
  name: "Safer Derbyshire",
  address:
    "https://saferderbyshire.gov.uk/what-we-do/anti-social-behaviour/reporting-anti-social-behaviour/asb-case-review/asb-case-review.aspx",
} as const;

const dalesPage = "https://www.derbyshiredales.gov.uk/community/community-safety/anti-social-behaviour";
const erewashPage = "https://erewash.gov.uk/community-safety-section/anti-social-behaviour-case-review.html";
const chesterfieldPage =
  "https://chesterfield.gov.uk/living-here/neighbourhoods/anti-social-behaviour/anti-social-behaviour-case-review/guidance-on-requesting-an-anti-social-behaviour-case-review/";
const southDerbyshirePage =
  "https://southderbyshire.gov.uk/our-services/crime-and-community-safety/anti-social-behaviour-case-review";
const highPeakPage = "https://www.highpeak.gov.uk/article/1222/Community-trigger";

const unverified = { address: null, seenAt: null };
const readAt = (address: string) => ({ address, seenAt: address });

export const caseReviews: readonly CaseReview[] = [
  { code: "E07000032", council: "Amber Valley Borough Council", ...unverified },
  { code: "E07000033", council: "Bolsover District Council", ...unverified },
  { code: "E07000034", council: "Chesterfield Borough Council", ...readAt(chesterfieldPage) },
  { code: "E06000015", council: "Derby City Council", ...unverified },
  { code: "E07000035", council: "Derbyshire Dales District Council", ...readAt(dalesPage) },
  { code: "E07000036", council: "Erewash Borough Council", ...readAt(erewashPage) },
  { code: "E07000037", council: "High Peak Borough Council", ...readAt(highPeakPage) },
  { code: "E07000038", council: "North East Derbyshire District Council", ...unverified },
  {
    code: "E07000039",
    council: "South Derbyshire District Council",
    address: southDerbyshirePage,
    seenAt: `${southDerbyshirePage}?displaypref=large-contrast`,
  },
];

/** The reviews of these districts' councils, by the council's name; none for a council that is not in the list. */
export function caseReviewsOf(districts: readonly { code: string }[]): CaseReview[] {
  const codes = new Set(districts.map(({ code }) => code));
  return caseReviews.filter(({ code }) => codes.has(code));
}
