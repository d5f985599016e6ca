import type { EditionLabel } from "#app/domain/edition/edition.ts";

/** A neighbourhood as the finder names it. */
export interface FoundNeighbourhood {
  slug: string;
  code: string;
  name: string;
  /** The council district it lies in ("High Peak"), or null where no structure says so. */
  district: string | null;
}

/** A neighbourhood next to the answer; the distance is from the point to that neighbourhood's border. */
export interface Alternative extends FoundNeighbourhood {
  distanceMetres: number | null;
}

/** How sure: a loaded point in a polygon, the nearest polygon to it, or a recorded fact. */
export type AnsweredBy = "boundary" | "nearest" | "postcode";

/** The police area to try instead; `url` is its page on police.uk, or the finder there when the area is not known. */
export interface OtherForce {
  name: string | null;
  url: string;
}

/** What there is to say about a typed postcode. */
export type PostcodeAnswer =
  | {
      kind: "found";
      postcode: string;
      neighbourhood: FoundNeighbourhood;
      answeredBy: AnsweredBy;
      /** Neighbourhoods whose border is within 150 m, nearest first. */
      alternatives: Alternative[];
      /** Under 25 m from a border: the resident is asked first. */
      askFirst: boolean;
      /** WGS84 degrees, or null for a recorded fact. */
      point: { lng: number; lat: number } | null;
      edition: EditionLabel;
    }
  | { kind: "outward"; postcode: string; outward: string; alternatives: Alternative[]; edition: EditionLabel }
  /** Well formed, in no list; the alternatives are the neighbourhoods its outward code reaches, if any. */
  | { kind: "unknown"; postcode: string; alternatives: Alternative[] }
  | {
      kind: "outside-force";
      postcode: string;
      districtCode: string;
      districtName: string | null;
      otherForce: OtherForce;
      edition: EditionLabel;
    }
  | {
      kind: "terminated";
      postcode: string;
      terminatedIn: string;
      alternatives: Alternative[];
      edition: EditionLabel;
    }
  | {
      kind: "not-a-postcode";
      typed: string;
      reason: "empty" | "outward-only" | "not-a-postcode";
      suggestion: string | null;
    };

/** What there is to say about a point. */
export type LocateAnswer =
  | {
      kind: "found";
      neighbourhood: FoundNeighbourhood;
      alternatives: Alternative[];
      askFirst: boolean;
      edition: EditionLabel;
    }
  | { kind: "outside-force"; nearest: Alternative | null }
  | { kind: "not-a-position"; message: string };

/** Within this distance of a border the neighbour is offered too: one postcode in six lies this near one. */
export const borderOfferMetres = 150;
/** Nearer than this the point decides nothing: a street's two sides, an edge drawn a hedge away. */
export const borderAskMetres = 25;
