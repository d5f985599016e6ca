import { problemOf } from "#app/problem.ts";
import type { Alternative, FoundNeighbourhood, PostcodeAnswer } from "#app/domain/finder/answer.ts";
import type { EditionLabel } from "#app/domain/edition/edition.ts";

/** A status and what to send with it as JSON. */
export interface Reply {
  status: number;
  body: object;
}

/** An edition as the API names it. */
export const editionOf = ({ id, source, date }: EditionLabel) => ({ id, source, date });

export const neighbourhoodOf = ({ slug, code, name, district }: FoundNeighbourhood) => ({
  slug,
  code,
  name,
  district,
});

export const alternativeOf = (alternative: Alternative) => ({
  ...neighbourhoodOf(alternative),
  distanceMetres: alternative.distanceMetres,
});

/** What the API says about a postcode; docs/how-to/use-the-api.md has each shape. */
export function postcodeReply(answer: PostcodeAnswer): Reply {
  switch (answer.kind) {
    case "found":
      return {
        status: 200,
        body: {
          postcode: answer.postcode,
          neighbourhood: neighbourhoodOf(answer.neighbourhood),
          answeredBy: answer.answeredBy,
          alternatives: answer.alternatives.map(alternativeOf),
          askFirst: answer.askFirst,
          edition: editionOf(answer.edition),
          ...(answer.point === null ? {} : { point: answer.point }),
        },
      };
    case "outward":
      return {
        status: 200,
        body: {
          postcode: answer.postcode,
          neighbourhood: null,
          answeredBy: "outward",
          alternatives: answer.alternatives.map(alternativeOf),
          askFirst: false,
          edition: editionOf(answer.edition),
        },
      };
    case "unknown":
      return replyOf("unknown", {
        detail:
          "It is well formed but in no list we hold; it may be newly built. Choose by place or on the map.",
        postcode: answer.postcode,
        alternatives: answer.alternatives.map(alternativeOf),
      });
    case "outside-force":
      return replyOf("outside-force", {
        detail: `Another police force looks after this area${answer.otherForce.name === null ? "" : `: ${answer.otherForce.name}`}.`,
        postcode: answer.postcode,
        districtCode: answer.districtCode,
        districtName: answer.districtName,
        otherForce: answer.otherForce,
        edition: editionOf(answer.edition),
      });
    case "terminated":
      return replyOf("terminated", {
        detail: `Royal Mail ended this postcode in ${answer.terminatedIn}. The alternatives are where it was.`,
        postcode: answer.postcode,
        terminatedIn: answer.terminatedIn,
        alternatives: answer.alternatives.map(alternativeOf),
        edition: editionOf(answer.edition),
      });
    case "not-a-postcode":
      return replyOf("not-a-postcode", {
        detail:
          answer.reason === "outward-only"
            ? "This is the first half of a postcode. Give a full UK postcode, like DE4 3AG."
            : "Give a full UK postcode, like DE4 3AG.",
        reason: answer.reason,
        suggestion: answer.suggestion,
      });
  }
}

export function replyOf(...problem: Parameters<typeof problemOf>): Reply {
  const body = problemOf(...problem);
  return { status: body.status, body };
}
