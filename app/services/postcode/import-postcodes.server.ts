import { createHash } from "node:crypto";
import { listForceDistricts, knowsOutside } from "#db/queries/postcode.ts";
import { editionInForce, type EditionInForce } from "#db/queries/edition.ts";
import type { EditionReport } from "#app/domain/edition/edition.ts";
import { importEdition } from "#app/services/edition/edition.server.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import { openSourceFile, type SourceFile } from "#app/services/source/source-file.server.ts";
import { checkPostcodes } from "./check-postcodes.server.ts";
import { comparePostcodes } from "./compare-postcodes.server.ts";
import type { PostcodeFormat } from "./postcode-format.server.ts";
import { postcodeLimits, readPostcodes } from "./read-postcodes.server.ts";
import { reportOn } from "./report-postcodes.ts";
import { writePostcodes } from "./write-postcodes.server.ts";

export interface ImportPostcodes {
  /** A file, folder or archive. */
  path: string;
  /** Null: told from the content. */
  format: PostcodeFormat | null;
  /** GSS codes of the force's districts; null takes those of its partnerships. */
  districts: readonly string[] | null;
  /** Checks and reports, writes nothing. */
  isDryRun: boolean;
  /** Takes an edition with fewer than half the postcodes of the one in force. */
  isSmallerAllowed: boolean;
  /** Instead of what the source itself says. */
  sourceDate: string | null;
  attribution: string | null;
}

export type PostcodeImport =
  { outcome: "unchanged" } | { outcome: "checked" | "loaded"; report: EditionReport };

/**
 * Loads postcodes and puts them in force: OS Code-Point Open, the ONS Postcode Directory or a plain list. All is read
 * and checked before a row is written; the edition in force serves until the new one is whole.
 * @throws ImportRefused with what is wrong and where; nothing was changed then.
 */
export async function importPostcodes(deps: JobDeps, input: ImportPostcodes): Promise<PostcodeImport> {
  const file = await openSourceFile(input.path, postcodeLimits, deps.signal);
  const districts = (input.districts ?? (await listForceDistricts(deps.db))).toSorted();
  const digest = digestOf(file, input, districts);
  const inForce = await editionInForce(deps.db, "postcodes");
  if (inForce?.digest === digest && !input.isDryRun) {
    deps.say(`Nothing has changed: ${file.name} is what is in force already.`);
    return { outcome: "unchanged" };
  }
  const read = await readPostcodes(deps, file, { format: input.format, forceDistricts: new Set(districts) });
  const { gathering } = read;
  const changes = await comparePostcodes(deps, gathering, inForce?.id ?? null);
  const warnings = checkPostcodes(gathering, {
    districts: read.format === "plain" ? [] : districts,
    changes,
    isSmallerAllowed: input.isSmallerAllowed,
  });
  if (await losesOutside(deps, inForce, gathering.outsideCount)) {
    warnings.push(
      "The edition in force knows the postcodes of other forces, this one does not: they will be answered as unknown.",
    );
  }
  const report = reportOn(gathering, changes, warnings);
  sayReport(deps, read.source, report);
  if (input.isDryRun) {
    deps.say("Checked only: nothing was written.");
    return { outcome: "checked", report };
  }
  const staged = {
    noun: "postcodes",
    source: read.source,
    sourceDate: input.sourceDate ?? read.sourceDate,
    attribution: input.attribution ?? read.attribution ?? defaultAttribution[read.format],
    isIllustrative: false,
    digest,
  } as const;
  await importEdition(deps, staged, async (editionId) => {
    await writePostcodes(deps, editionId, gathering);
    return { report };
  });
  deps.say(`In force: ${read.source}.`);
  return { outcome: "loaded", report };
}

const osAttribution =
  "Contains OS data © Crown copyright and database right. " +
  "Contains Royal Mail data © Royal Mail copyright and database right.";

/** For a source that carries no licence text of its own; the publishers' wording, without a year nobody told us. */
const defaultAttribution: Record<PostcodeFormat, string> = {
  "code-point": `${osAttribution} Contains National Statistics data © Crown copyright and database right.`,
  onspd: `${osAttribution} Source: Office for National Statistics licensed under the Open Government Licence v.3.0.`,
  plain: "",
};

function sayReport({ say }: JobDeps, source: string, { details, warnings }: EditionReport) {
  say(`${source}:`);
  for (const line of details) say(`  ${line}`);
  for (const warning of warnings) say(`  Note: ${warning}`);
}

/** The same bytes read with other options are another edition. */
const digestOf = (file: SourceFile, input: ImportPostcodes, districts: readonly string[]) =>
  createHash("sha256")
    .update(JSON.stringify([file.digest, input.format, districts, input.sourceDate, input.attribution]))
    .digest("hex");

const losesOutside = async ({ db }: JobDeps, inForce: EditionInForce | null, outsideCount: number) =>
  inForce !== null && outsideCount === 0 && (await knowsOutside(db, inForce.id));
