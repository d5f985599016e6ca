const mostCharacters = 300;
// The quoted form first: it may hold spaces.
const address = /"[^"\r\n]{0,64}"@[^\s<>(),;]{1,255}|[^\s<>(),;"@]{1,64}@[^\s<>(),;"@]{1,255}/gu;

/** What a mail server said, on one line, cut short, without the addresses in it. */
export const withoutAddresses = (said: string): string =>
  said
    .slice(0, 4 * mostCharacters)
    .replace(address, "[address]")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, mostCharacters);
