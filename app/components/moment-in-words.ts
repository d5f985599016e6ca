const dayAndTime = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h12",
  timeZone: "Europe/London",
});

/** An instant as people say it in London: "24 November 2026 at 2:05pm". */
export function momentInWords(at: Date): string {
  const part = Object.fromEntries(dayAndTime.formatToParts(at).map(({ type, value }) => [type, value]));
  const { day, month, year, hour, minute, dayPeriod = "" } = part;
  return `${day} ${month} ${year} at ${hour}:${minute}${dayPeriod.replace(/[\s.]/g, "").toLowerCase()}`;
}
