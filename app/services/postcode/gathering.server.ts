import { packInwardTable } from "#app/domain/finder/outside-postcodes.ts";
import type { OutsideOutward } from "#app/domain/finder/finder.ts";
import { ImportRefused, type ImportProblem } from "#app/services/edition/import.server.ts";
import { DistrictReader } from "./district-bytes.server.ts";
import { ForcePostcodes, type ForcePostcode } from "./force-postcodes.server.ts";
import { PostcodeReader, type Outward } from "./postcode-bytes.server.ts";

const seen = 255;
// More than the tolerated share of the largest real file, so that each of those can be reported.
const mostProblemsKept = 3_000;
// Far more than the tolerated share of any real file: reading on would only cost time.
const mostProblems = 10_000;
/** More than any force of the country has, ended postcodes included; the finder holds them all in memory. */
const mostForcePostcodes = 600_000;

/** What a source says, gathered row by row in a few tens of megabytes whatever its size. */
export class PostcodeGathering {
  readonly postcodes = new PostcodeReader();
  readonly districts: DistrictReader;
  readonly force = new ForcePostcodes();
  readonly problems: ImportProblem[] = [];
  rowCount = 0;
  problemCount = 0;
  duplicateCount = 0;
  withoutPointCount = 0;
  /** The file being read, for people. */
  fileName = "";
  private addedOutsideCount = 0;

  /** `forceDistricts` are GSS codes; null takes every row for the force's. */
  constructor(forceDistricts: ReadonlySet<string> | null) {
    this.districts = new DistrictReader(forceDistricts);
  }

  /** Notes a row that could not be read. Throws `ImportRefused` when there are far too many. */
  refuseRow(line: number, message: string): void {
    this.problemCount += 1;
    if (this.problems.length < mostProblemsKept) {
      this.problems.push({ where: `line ${line} of ${this.fileName}`, message });
    }
    if (this.problemCount > mostProblems) {
      throw new ImportRefused(
        `More than ${mostProblems} rows could not be read. Nothing was changed.`,
        this.problems,
      );
    }
  }

  /** A postcode of another force: kept as postcode → district only. */
  addOutside(line: number, outward: Outward, inwardNumber: number, district: number): void {
    if (this.isDuplicate(line, outward, inwardNumber)) return;
    let place = outward.districts.indexOf(district);
    if (place === -1) place = outward.districts.push(district) - 1;
    if (place + 1 >= seen) throw new ImportRefused(`${outward.code} lies in more districts than can be.`);
    outward.districtByInward[inwardNumber] = place + 1;
    if (district === 0) outward.withoutDistrictCount += 1;
    this.addedOutsideCount += 1;
  }

  /** A postcode of the force; NaN, NaN where it has no point, `terminatedYearMonth` 0 for a living one. */
  addForce(
    line: number,
    outward: Outward,
    inwardNumber: number,
    district: number,
    point: { lng: number; lat: number },
    terminatedYearMonth: number,
  ): void {
    if (this.isDuplicate(line, outward, inwardNumber)) return;
    if (this.force.length === mostForcePostcodes) {
      throw new ImportRefused(
        `More than ${mostForcePostcodes} postcodes would be the force's: no force has that many. ` +
          "Give a list of the force's own postcodes, or a source that names districts.",
      );
    }
    outward.districtByInward[inwardNumber] = seen;
    outward.isForces = true;
    if (Number.isNaN(point.lng)) this.withoutPointCount += 1;
    this.force.push(outward, inwardNumber, district, point.lng, point.lat, terminatedYearMonth);
  }

  forceAt(index: number): ForcePostcode {
    return this.force.at(index, this.postcodes.outwards, this.districts.codes);
  }

  /** Postcodes that name no district though others of their outward code are the force's: nobody can say whose. */
  get nobodysCount(): number {
    return this.countWithoutDistrict((outward) => outward.isForces);
  }

  /** Postcodes outside the force that name no district. */
  get withoutDistrictCount(): number {
    return this.countWithoutDistrict((outward) => !outward.isForces);
  }

  /** How many postcodes `outside` packs. */
  get outsideCount(): number {
    return this.addedOutsideCount - this.nobodysCount;
  }

  /**
   * The postcodes outside the force, packed one outward code at a time. One that names no district is
   * left out where others of its outward code are the force's.
   */
  *outside(): Generator<OutsideOutward> {
    for (const outward of this.postcodes.outwards) {
      const noDistrict = outward.isForces ? outward.districts.indexOf(0) + 1 : 0;
      const districtByInward = outward.districtByInward.map((place) =>
        place === seen || place === noDistrict ? 0 : place,
      );
      const codes = outward.districts.map((district) => this.districts.codes[district] ?? "");
      const packed = packInwardTable(outward.code, districtByInward, codes);
      if (packed.units.length > 0) yield packed;
    }
  }

  private countWithoutDistrict(isCounted: (outward: Outward) => boolean): number {
    return this.postcodes.outwards.reduce(
      (sum, outward) => sum + (isCounted(outward) ? outward.withoutDistrictCount : 0),
      0,
    );
  }

  private isDuplicate(line: number, outward: Outward, inwardNumber: number): boolean {
    if (outward.districtByInward[inwardNumber] === 0) {
      outward.count += 1;
      return false;
    }
    this.duplicateCount += 1;
    this.refuseRow(line, "this postcode has a row already");
    return true;
  }
}
