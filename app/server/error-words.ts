/** What of an error may stand in a log or a row: no value that somebody typed. */
export interface ErrorWords {
  type: string;
  message: string;
  /** The database's or the system's own code, "23505" or "ECONNREFUSED". */
  code?: string;
  stack?: string;
  cause?: ErrorWords;
}

const deepest = 4;
const longestMessage = 2_000;
/** Data exceptions quote the value that was wrong. */
const quotesTheValue = /^(22|23)/;

/** A short name of an error: "PostgresError 57P01". */
export function codeOfError(error: unknown): string {
  const { type, code, cause } = wordsOfError(error);
  const ownCode = code ?? cause?.code;
  return ownCode === undefined ? type : `${cause?.type ?? type} ${ownCode}`;
}

/** An error as the log keeps it: the driver's query without its values, and nothing that looks personal. */
export function wordsOfError(error: unknown, depth = 0): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPersonalData(asText(error)) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const message = messageOf(error, code);
  const frames = framesOf(error.stack);
  return {
    type: error.constructor.name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(frames === "" ? {} : { stack: frames }),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: wordsOfError(error.cause, depth + 1) }),
  };
}

/** An error and what caused it, for the person at a terminal. */
export const linesOfError = (error: unknown): string => linesOf(wordsOfError(error));

const linesOf = ({ type, message, stack, cause }: ErrorWords): string =>
  [`${type}: ${message}`, stack ?? "", cause === undefined ? "" : `caused by ${linesOf(cause).trimEnd()}`]
    .filter((line) => line !== "")
    .join("\n") + "\n";

function messageOf(error: Error, code: string | undefined): string {
  const isDatabases = "severity" in error;
  if (isDatabases && code !== undefined && quotesTheValue.test(code)) {
    const constraint =
      "constraint" in error && typeof error.constraint === "string" ? error.constraint : null;
    return constraint === null ? `database error ${code}` : `database error ${code} of ${constraint}`;
  }
  // drizzle adds a line with every value of the query.
  return withoutPersonalData(error.message.replace(/\nparams:[^]*$/, ""));
}

/** Where it happened, without the message that a stack begins with. */
const framesOf = (stack: string | undefined) =>
  (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

const asText = (thrown: unknown) =>
  typeof thrown === "string" ? thrown : "something that is no error was thrown";

const email = /[^\s<>(),;:"'@]+@[^\s<>(),;:"'@]+/gu;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?(?:\s|%20|\+)*\d[A-Z]{2}\b/gi;
const query = /\?[^\s"')]+/g;
const secret = /\b(?=[\w-]*\d)[\w-]{40,}\b/g;

/** Takes out what looks like an email address, a postcode, a query string or a token. */
const withoutPersonalData = (text: string): string =>
  text
    .slice(0, longestMessage)
    .replace(email, "[email]")
    .replace(postcode, "[postcode]")
    .replace(query, "?…")
    .replace(secret, "[token]");
