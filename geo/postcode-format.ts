// Which letters may stand where: BS 7666 and "PAF: digest of data items" (Royal Mail), checked against every
// postcode of Code-Point Open. A two-figure district never starts with 0, which is what tells "S01" from "SO1".
const first = "[A-PR-UWYZ]";
const second = "[A-HK-Y]";
const outwardForms = [
  `${first}[0-9]`,
  `${first}[1-9][0-9]`,
  `${first}[0-9][ABCDEFGHJKPSTUW]`,
  `${first}${second}[0-9]`,
  `${first}${second}[1-9][0-9]`,
  `${first}${second}[0-9][ABEHMNPRVWXY]`,
  "GIR",
  // The NHS and the ONS write ZZ99 for "no fixed address": well formed, and found nowhere.
  "ZZ99",
].join("|");

/** The twenty letters of the inward code: all but C, I, K, M, O and V. */
export const inwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

const outwardPattern = new RegExp(`^(?:${outwardForms})$`);
const postcodePattern = new RegExp(`^(?:${outwardForms})[0-9][${inwardLetters}]{2}$`);

/** Whether upper-case letters and digits without a space make an outward code, such as "DE4". */
export const isOutward = (compact: string): boolean => outwardPattern.test(compact);

/** Whether upper-case letters and digits without a space make a whole postcode, such as "DE43AG". */
export const isCompactPostcode = (compact: string): boolean =>
  postcodePattern.test(compact) && (!compact.startsWith("GIR") || compact === "GIR0AA");
