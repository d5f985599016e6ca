import { numberToInward } from "#geo/postcode.ts";
import type { Outward } from "./postcode-bytes.server.ts";

/** One postcode of the force as it was read. */
export interface ForcePostcode {
  postcode: string;
  /** WGS84 degrees, NaN where the publisher gives no point. */
  lng: number;
  lat: number;
  districtCode: string | null;
  /** "2019-06", or null for a living postcode. */
  terminatedIn: string | null;
}

/**
 * The postcodes of the force in columns of numbers: a large force has hundreds of thousands, and an object for each
 * would cost the serving process its memory.
 */
export class ForcePostcodes {
  length = 0;
  terminatedCount = 0;
  private outwards = new Uint16Array(1024);
  private inwardNumbers = new Uint16Array(1024);
  private districts = new Uint16Array(1024);
  private terminated = new Uint32Array(1024);
  private lngs = new Float64Array(1024);
  private lats = new Float64Array(1024);

  /** `terminatedYearMonth` is 201906, or 0 for a living postcode. */
  push(
    outward: Outward,
    inwardNumber: number,
    district: number,
    lng: number,
    lat: number,
    terminatedYearMonth: number,
  ): void {
    if (this.length === this.outwards.length) this.grow();
    const at = this.length;
    this.outwards[at] = outward.index;
    this.inwardNumbers[at] = inwardNumber;
    this.districts[at] = district;
    this.terminated[at] = terminatedYearMonth;
    this.lngs[at] = lng;
    this.lats[at] = lat;
    this.length += 1;
    if (terminatedYearMonth !== 0) this.terminatedCount += 1;
  }

  /** The postcode at this place, its codes looked up in the tables of the readers. */
  at(index: number, outwards: readonly Outward[], districtCodes: readonly string[]): ForcePostcode {
    const yearMonth = this.terminated[index] ?? 0;
    const district = districtCodes[this.districts[index] ?? 0] ?? "";
    return {
      postcode: `${outwards[this.outwards[index] ?? 0]?.code ?? ""} ${numberToInward(this.inwardNumbers[index] ?? 0)}`,
      lng: this.lngs[index] ?? NaN,
      lat: this.lats[index] ?? NaN,
      districtCode: district === "" ? null : district,
      terminatedIn:
        yearMonth === 0 ? null : `${Math.floor(yearMonth / 100)}-${String(yearMonth % 100).padStart(2, "0")}`,
    };
  }

  private grow(): void {
    const doubled = <Column extends { length: number; set(from: Column): void }>(
      column: Column,
      larger: Column,
    ) => {
      larger.set(column);
      return larger;
    };
    const size = this.length * 2;
    this.outwards = doubled(this.outwards, new Uint16Array(size));
    this.inwardNumbers = doubled(this.inwardNumbers, new Uint16Array(size));
    this.districts = doubled(this.districts, new Uint16Array(size));
    this.terminated = doubled(this.terminated, new Uint32Array(size));
    this.lngs = doubled(this.lngs, new Float64Array(size));
    this.lats = doubled(this.lats, new Float64Array(size));
  }
}
