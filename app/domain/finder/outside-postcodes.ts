import { inwardToNumber } from "#geo/postcode.ts";
import type { OutsideOutward } from "./finder.ts";

/** How many inward codes there can be under one outward code (`geo/postcode.ts`). */
export const inwardCount = 4000;

const unitBytes = 3;
// One byte holds the index into the districts.
const mostDistricts = 255;

/**
 * Packs the postcodes of one outward code as `db/schema/postcode.ts` says: three bytes each, ascending.
 * `districtByInward[n]` belongs to the inward number n of `geo/postcode.ts` and is an index into `districtCodes`
 * plus one, 0 where there is no such postcode. Districts that no postcode uses are left out.
 * @throws RangeError for more than 255 districts.
 */
export function packInwardTable(
  outward: string,
  districtByInward: ArrayLike<number>,
  districtCodes: readonly string[],
): OutsideOutward {
  const used: string[] = [];
  const packedIndex = new Map<number, number>();
  const units = new Uint8Array(inwardCount * unitBytes);
  let length = 0;
  for (let inwardNumber = 0; inwardNumber < inwardCount; inwardNumber += 1) {
    const district = districtByInward[inwardNumber] ?? 0;
    if (district === 0) continue;
    let index = packedIndex.get(district);
    if (index === undefined) {
      index = used.length;
      if (index === mostDistricts)
        throw new RangeError(`${outward} lies in more than ${mostDistricts} districts.`);
      packedIndex.set(district, index);
      used.push(districtCodes[district - 1] ?? "");
    }
    units[length] = inwardNumber >> 8;
    units[length + 1] = inwardNumber & 0xff;
    units[length + 2] = index;
    length += unitBytes;
  }
  return { outward, districtCodes: used, units: units.slice(0, length) };
}

/** Packs postcodes of one outward code given one by one; the last word on an inward code counts. */
export function packOutside(
  outward: string,
  units: Iterable<{ inward: string; districtCode: string }>,
): OutsideOutward {
  const districtCodes: string[] = [];
  const districtByInward = new Uint16Array(inwardCount);
  for (const { inward, districtCode } of units) {
    if (!districtCodes.includes(districtCode)) districtCodes.push(districtCode);
    districtByInward[inwardToNumber(inward)] = districtCodes.indexOf(districtCode) + 1;
  }
  return packInwardTable(outward, districtByInward, districtCodes);
}

/**
 * The district of a postcode outside the force, "" where its publisher names none, or null when there is no such
 * postcode. Looks it up where it lies packed: nothing is unpacked.
 */
export function findOutsideDistrict(
  { districtCodes, units }: OutsideOutward,
  inwardNumber: number,
): string | null {
  let low = 0;
  let high = units.length / unitBytes - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = middle * unitBytes;
    const found = ((units[at] ?? 0) << 8) | (units[at + 1] ?? 0);
    if (found === inwardNumber) return districtCodes[units[at + 2] ?? 0] ?? null;
    if (found < inwardNumber) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** How many postcodes are packed. */
export const countOutside = ({ units }: OutsideOutward): number => units.length / unitBytes;
