import { commonWords } from "./common-words.ts";

export const fewestCharacters = 12;
const mostCharacters = 128;
/** What remains of a password once everything that is tried first is taken out. */
const fewestOwnLetters = 4;

const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** A password as it is compared and hashed: the same keys give the same characters on every device. */
export const normalisePassword = (typed: string): string => typed.normalize("NFKC");

/**
 * What is wrong with a new password, as a sentence for whoever typed it; null where it will do. There is no rule of
 * capitals or signs: length and being nobody's first guess are what helps.
 */
export function passwordProblem(
  typed: string,
  { name, email }: { name: string; email: string },
): string | null {
  const password = normalisePassword(typed);
  const { length } = [...password];
  if (length < fewestCharacters) return `Enter a password of at least ${fewestCharacters} characters`;
  if (length > mostCharacters) return `Enter a password of at most ${mostCharacters} characters`;
  const plain = lettersOf(password);
  if (ownWordsOf(name, email).some((word) => plain.includes(word) || password.toLowerCase().includes(word))) {
    return "Choose a password without your name or email address in it";
  }
  return isTriedFirst(password)
    ? "Choose a password that is harder to guess, such as three words of your own"
    : null;
}

/** Lower case, look-alikes put back ("P4ssw0rd" is "password"), letters alone. */
const lettersOf = (password: string) =>
  [...password.toLowerCase()]
    .map((sign) => lookalikes[sign] ?? sign)
    .join("")
    .replace(/[^\p{L}]/gu, "");

function ownWordsOf(name: string, email: string): string[] {
  const [mailbox = "", domain = ""] = email.toLowerCase().split("@");
  const parts = [
    ...name.toLowerCase().split(/[^\p{L}]+/u),
    ...mailbox.split(/[^\p{L}\d]+/u),
    mailbox,
    domain.split(".")[0] ?? "",
  ];
  return parts.filter((part) => part.length >= 4);
}

const byLength = [...commonWords].sort((a, b) => b.length - a.length);

/** Whether nothing of the password is left but digits, signs, and what everybody uses or one key repeated. */
function isTriedFirst(password: string): boolean {
  const rests = [password.toLowerCase().replace(/[^\p{L}]/gu, ""), lettersOf(password)];
  return rests.some((letters) => {
    let rest = letters;
    for (const word of byLength) rest = rest.replaceAll(word, "");
    return new Set(rest).size < fewestOwnLetters;
  });
}
