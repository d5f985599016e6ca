import { inwardCount } from "#app/domain/finder/outside-postcodes.ts";
import { numberToInward, parseOutward } from "#geo/postcode.ts";

/** One outward code that a source names. */
export interface Outward {
  code: string;
  index: number;
  /** By inward number: 0 not seen, 255 seen and not to be packed, else the place in `districts` plus one. */
  districtByInward: Uint8Array;
  /** The districts of its postcodes outside the force, as the gathering numbers them. */
  districts: number[];
  /** Whether any of its postcodes is the force's. */
  isForces: boolean;
  /** How many of its postcodes were read. */
  count: number;
  /** How many of those outside the force name no district. */
  withoutDistrictCount: number;
}

const space = 32;
const letters = 26;
const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const isLetter = (byte: number) => byte >= 65 && byte <= 90;

// why: made from the codec of geo/postcode.ts, so that there is one truth about inward codes; -1 for no such code.
const inwardNumbers = new Int16Array(10 * letters * letters).fill(-1);
const inwardKey = (digit: number, first: number, second: number) =>
  ((digit - 48) * letters + (first - 65)) * letters + (second - 65);
for (let inwardNumber = 0; inwardNumber < inwardCount; inwardNumber += 1) {
  const inward = numberToInward(inwardNumber);
  inwardNumbers[inwardKey(inward.charCodeAt(0), inward.charCodeAt(1), inward.charCodeAt(2))] = inwardNumber;
}

/**
 * Reads postcodes in any of the publishers' spellings ("DE4 3AG", "DE43AG", "B1  1AA") from bytes, without making a
 * string of each, and keeps the outward codes it met.
 */
export class PostcodeReader {
  readonly outwards: Outward[] = [];
  private readonly byKey = new Map<number, Outward | null>();
  private lastKey = -1;
  private last: Outward | null = null;

  /** The outward code of the latest postcode read. */
  get outward(): Outward {
    if (this.last === null) throw new Error("No postcode has been read.");
    return this.last;
  }

  /** The inward number of the postcode in these bytes, or -1 when they hold none; its outward code is `outward`. */
  read(bytes: Buffer, start: number, end: number): number {
    let from = start;
    let to = end;
    while (from < to && bytes[from] === space) from += 1;
    while (from < to && bytes[to - 1] === space) to -= 1;
    if (to - from < 5 || to - from > 8) return -1;
    const digit = bytes[to - 3] ?? 0;
    const first = bytes[to - 2] ?? 0;
    const second = bytes[to - 1] ?? 0;
    if (!isDigit(digit) || !isLetter(first) || !isLetter(second)) return -1;
    const inwardNumber = inwardNumbers[inwardKey(digit, first, second)] ?? -1;
    let outwardEnd = to - 3;
    while (outwardEnd > from && bytes[outwardEnd - 1] === space) outwardEnd -= 1;
    let key = 0;
    for (let at = from; at < outwardEnd; at += 1) key = key * 256 + (bytes[at] ?? 0);
    if (key !== this.lastKey) {
      this.lastKey = key;
      this.last = this.outwardOf(key, bytes.toString("latin1", from, outwardEnd));
    }
    return this.last === null ? -1 : inwardNumber;
  }

  private outwardOf(key: number, code: string): Outward | null {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const outward: Outward | null =
      parseOutward(code) === code
        ? {
            code,
            index: this.outwards.length,
            districtByInward: new Uint8Array(inwardCount),
            districts: [],
            isForces: false,
            count: 0,
            withoutDistrictCount: 0,
          }
        : null;
    if (outward !== null) this.outwards.push(outward);
    this.byKey.set(key, outward);
    return outward;
  }
}
