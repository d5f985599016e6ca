import type { TeamsFile } from "./teams-file.ts";

// As many decimals as the database keeps, so that a weight reads back as it was written.
const weightDecimals = 5;
const timeDecimals = 3;

/**
 * Everything said about each post, contact and base in one text each, for `changesBetween`. Keys are "post S01",
 * "contact HP01", "base B1".
 */
export function teamsTexts({
  posts,
  allocations,
  holdings,
  contacts,
  bases,
}: TeamsFile): Map<string, string> {
  const ofPost = new Map<string, string[]>(posts.map(({ reference }) => [reference, []]));
  for (const { postReference, neighbourhoodCode, weight } of allocations) {
    ofPost.get(postReference)?.push(JSON.stringify([neighbourhoodCode, weight.toFixed(weightDecimals)]));
  }
  for (const holding of holdings) {
    const { personReference, kind, heldFrom, heldTo, publicNameOk, photoOk } = holding;
    ofPost
      .get(holding.postReference)
      ?.push(JSON.stringify([personReference, kind, heldFrom, heldTo, publicNameOk, photoOk]));
  }
  return new Map([
    ...posts.map((post): [string, string] => {
      const {
        reference,
        kind,
        teamCode,
        agencyCode,
        fundingSource,
        fundingEndsOn,
        coverPlan,
        vacancyReason,
      } = post;
      const time = post.fullTimeEquivalent.toFixed(timeDecimals);
      const own = [kind, teamCode, agencyCode, time, fundingSource, fundingEndsOn, coverPlan, vacancyReason];
      return [`post ${reference}`, JSON.stringify([own, (ofPost.get(reference) ?? []).sort()])];
    }),
    ...contacts.flatMap(({ neighbourhoodCodes, email, telephone, website }) =>
      neighbourhoodCodes.map((code): [string, string] => [
        `contact ${code}`,
        JSON.stringify([email, telephone, website]),
      ]),
    ),
    ...bases.map((base): [string, string] => {
      const { code, name, address, postcode, lng, lat, isPublic, openingHours, sharedWith } = base;
      const own = [name, address, postcode, lng, lat, isPublic, openingHours, sharedWith];
      return [`base ${code}`, JSON.stringify([own, [...base.neighbourhoodCodes].sort()])];
    }),
  ]);
}
