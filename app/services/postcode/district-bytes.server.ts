/** Reads GSS codes ("E07000032") from bytes and numbers them; 0 is "no district named". */
export class DistrictReader {
  readonly codes: string[] = [""];
  private readonly isForcesByIndex: boolean[];
  private readonly byCode = new Map([["", 0]]);
  private last = new Uint8Array(0);
  private lastIndex = 0;

  /** `forceDistricts` null: every postcode is the force's, whatever district it names. */
  constructor(private readonly forceDistricts: ReadonlySet<string> | null) {
    this.isForcesByIndex = [forceDistricts === null];
  }

  isForces(index: number): boolean {
    return this.isForcesByIndex[index] === true;
  }

  /** The number of the district in these bytes, or -1 when they hold anything but a GSS code or nothing. */
  read(bytes: Buffer, start: number, end: number): number {
    if (start === end) return 0;
    // why: sources are sorted by postcode, so that a district is nearly always the one of the row before.
    if (this.isSameAsLast(bytes, start, end)) return this.lastIndex;
    const index = this.indexOf(bytes.toString("latin1", start, end).trim());
    if (index === -1) return -1;
    this.last = Uint8Array.from(bytes.subarray(start, end));
    this.lastIndex = index;
    return index;
  }

  /** The number of a district given as text, or -1 when it is no GSS code. */
  indexOf(code: string): number {
    const known = this.byCode.get(code);
    if (known !== undefined) return known;
    if (!/^[A-Z][0-9]{8}$/.test(code)) return -1;
    const index = this.codes.push(code) - 1;
    this.byCode.set(code, index);
    this.isForcesByIndex.push(this.forceDistricts?.has(code) ?? true);
    return index;
  }

  private isSameAsLast(bytes: Buffer, start: number, end: number): boolean {
    const { last } = this;
    if (last.length !== end - start) return false;
    // From the end: codes of one country differ in their last figures.
    for (let at = last.length - 1; at >= 0; at -= 1) if (last[at] !== bytes[start + at]) return false;
    return true;
  }
}
