const words = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const monthOnly = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/**
 * An ISO date ("2025-11-01") as people write it ("1 November 2025"), or a month ("2019-06") likewise ("June 2019");
 * anything else comes back as it is.
 */
export function dateInWords(date: string): string {
  const at = new Date(date);
  if (Number.isNaN(at.getTime())) return date;
  return (/^\d{4}-\d{2}$/.test(date) ? monthOnly : words).format(at);
}
