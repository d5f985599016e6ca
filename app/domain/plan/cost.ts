const penceInAPound = 100;

/** "£400", "£12.50". */
export const poundsInWords = (pence: number): string =>
  `£${(pence / penceInAPound).toLocaleString("en-GB", {
    minimumFractionDigits: pence % penceInAPound === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })}`;
