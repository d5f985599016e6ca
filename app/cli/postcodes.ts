import { z } from "zod";
import { downloadToTemporaryFile } from "#app/services/source/download.server.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { importPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { postcodeFormats } from "#app/services/postcode/postcode-format.server.ts";
import { rollbackCommand } from "./rollback.ts";
import { dataCommand, type DataCommand } from "./command.ts";

// OS Data Hub's downloads API, which needs no key for open products; it answers with a redirect to the zip.
const codePointAddress =
  "https://api.os.uk/downloads/v1/products/CodePointOpen/downloads?area=GB&format=CSV&redirect";
const download = { fileName: "codepo_gb.zip", maxBytes: 200_000_000, timeoutMs: 30 * 60_000 };

const districtsSchema = z.string().transform((typed, context) => {
  const codes = typed
    .split(/[\s,]+/)
    .filter((code) => code !== "")
    .map((code) => code.toUpperCase());
  const wrong = codes.find((code) => !/^[A-Z][0-9]{8}$/.test(code));
  if (wrong !== undefined || codes.length === 0) {
    context.addIssue(
      `--districts takes GSS codes like E07000032,E07000033${wrong === undefined ? "" : `, not ${wrong}`}`,
    );
    return z.NEVER;
  }
  return codes;
});

const importInput = z.object({
  path: z.string().optional(),
  format: z.enum(postcodeFormats, { error: `--format is ${postcodeFormats.join(", ")}` }).optional(),
  districts: districtsSchema.optional(),
  dryRun: z.boolean().default(false),
  forceSmaller: z.boolean().default(false),
  sourceDate: z.iso.date({ error: "--source-date is a day such as 2026-12-31" }).optional(),
  attribution: z.string().max(500).optional(),
  download: z.boolean().default(false),
  url: z.string().default(codePointAddress),
});

async function runImport(deps: JobDeps, input: z.infer<typeof importInput>): Promise<void> {
  if (input.download === (input.path !== undefined)) {
    throw new ImportRefused(
      "Name a file, folder or archive of postcodes, or give --download to fetch Code-Point Open.",
    );
  }
  const fetched = input.download
    ? await downloadToTemporaryFile(deps, { ...download, url: input.url })
    : null;
  try {
    await importPostcodes(deps, {
      path: fetched?.path ?? input.path ?? "",
      format: input.format ?? null,
      districts: input.districts ?? null,
      isDryRun: input.dryRun,
      isSmallerAllowed: input.forceSmaller,
      sourceDate: input.sourceDate ?? null,
      attribution: input.attribution ?? null,
    });
  } finally {
    await fetched?.remove();
  }
}

/** `postcodes import|rollback`. */
export const postcodesCommands: readonly DataCommand[] = [
  dataCommand({
    noun: "postcodes",
    verb: "import",
    summary: "Load postcodes: OS Code-Point Open, the ONS Postcode Directory, or a CSV of postcode,lat,lng",
    arguments: [{ name: "[path]", description: "a file, a folder, a zip or a tar.gz", isPath: true }],
    options: [
      {
        flags: "--format <format>",
        description: `${postcodeFormats.join(", ")}; told from the content otherwise`,
      },
      {
        flags: "--districts <codes>",
        description: "the force's districts, E07000032,E07000033; else its partnerships'",
      },
      { flags: "--dry-run", description: "check the file and say what would change, and write nothing" },
      {
        flags: "--force-smaller",
        description: "take it although it has fewer than half the postcodes in force",
      },
      {
        flags: "--source-date <day>",
        description: "the publisher's date, such as 2026-12-31, where the file has none",
      },
      {
        flags: "--attribution <words>",
        description: "the credit its licence asks for, where the file has none",
      },
      {
        flags: "--download",
        description: "fetch Code-Point Open from OS Data Hub instead of reading a file",
      },
      { flags: "--url <address>", description: "fetch it from here instead" },
    ],
    input: importInput,
    run: runImport,
  }),
  rollbackCommand("postcodes"),
];
