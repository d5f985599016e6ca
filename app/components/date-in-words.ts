const words = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** An ISO date ("2025-11-01") as people write it ("1 November 2025"); anything else comes back as it is. */
export function dateInWords(date: string): string {
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? date : words.format(at);
}
