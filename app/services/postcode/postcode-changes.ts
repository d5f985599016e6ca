import { distanceMetres } from "#geo/distance.ts";

/** What is compared of a postcode: NaN where it has no point. */
export interface ComparedPostcode {
  lng: number;
  lat: number;
  districtCode: string | null;
  terminatedIn: string | null;
}

/** Nearer than this, a publisher has only measured again. */
export const movedBeyondMetres = 100;

const hasPoint = ({ lng }: ComparedPostcode) => !Number.isNaN(lng);
const isLiving = (postcode: ComparedPostcode | null): postcode is ComparedPostcode =>
  postcode !== null && postcode.terminatedIn === null;

/** Counts how one edition of postcodes differs from the one before, postcode by postcode. */
export class PostcodeChanges {
  livingBefore = 0;
  living = 0;
  added = 0;
  gone = 0;
  moved = 0;
  changedDistrict = 0;
  /** Moved or in another district. */
  changed = 0;
  changedNeighbourhood = 0;
  private readonly betweenNeighbourhoods = new Map<string, number>();

  /** `neighbourhoodAt` names the neighbourhood at a point, null outside all of them or where none are loaded. */
  constructor(private readonly neighbourhoodAt: (lng: number, lat: number) => string | null) {}

  /** One postcode in both editions; null where an edition has none. */
  compare(before: ComparedPostcode | null, after: ComparedPostcode | null): void {
    if (isLiving(before)) this.livingBefore += 1;
    if (isLiving(after)) this.living += 1;
    if (!isLiving(before)) {
      if (isLiving(after)) this.added += 1;
      return;
    }
    if (!isLiving(after)) {
      this.gone += 1;
      return;
    }
    const isMoved =
      hasPoint(before) &&
      hasPoint(after) &&
      distanceMetres([before.lng, before.lat], [after.lng, after.lat]) > movedBeyondMetres;
    // A source without districts says nothing about a change of them.
    const isOtherDistrict =
      before.districtCode !== null &&
      after.districtCode !== null &&
      before.districtCode !== after.districtCode;
    if (isMoved) this.moved += 1;
    if (isOtherDistrict) this.changedDistrict += 1;
    if (isMoved || isOtherDistrict) this.changed += 1;
    this.compareNeighbourhoods(before, after);
  }

  /** "AV01 → AV02: 132", the biggest first. */
  neighbourhoodLines(most: number): string[] {
    return Array.from(this.betweenNeighbourhoods)
      .sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
      .slice(0, most)
      .map(([between, count]) => `${between}: ${count}`);
  }

  private compareNeighbourhoods(before: ComparedPostcode, after: ComparedPostcode): void {
    if (!hasPoint(before) || !hasPoint(after) || (before.lng === after.lng && before.lat === after.lat))
      return;
    const [from, to] = [
      this.neighbourhoodAt(before.lng, before.lat),
      this.neighbourhoodAt(after.lng, after.lat),
    ];
    if (from === to) return;
    this.changedNeighbourhood += 1;
    const between = `${from ?? "none"} → ${to ?? "none"}`;
    this.betweenNeighbourhoods.set(between, (this.betweenNeighbourhoods.get(between) ?? 0) + 1);
  }
}
