import { ImportRefused, type ImportProblem } from "#app/services/edition/import.server.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import { rewind } from "#geo/geojson.ts";
import { ringsOf } from "#geo/rings.ts";
import type { BboxWsen } from "#geo/types.ts";
import { boundaryProblemsInSteps } from "#geo/validate.ts";
import type { CheckedArea, DeliveredArea } from "./area.ts";

// As `structure import` and `teams import` write codes, so that every code can stand in their files and in addresses.
const codeShape = /^[^\s,;"/]{1,40}$/;
// `/neighbourhoods` beside a neighbourhood's own address would be taken for the list.
const reservedCodes = ["neighbourhoods"];
const longestName = 200;
// A county's whole outline at full detail has fewer; checking a ring holds up the serving process while it lasts.
const mostPositionsInRing = 50_000;

/**
 * Checks all areas of a delivery. Throws `ImportRefused` with every error, in the order of the file; gives the sound
 * areas, wound as RFC 7946 asks, and what is only worth a look.
 * @param bboxWsen of the force, where known: areas wholly outside are worth a look
 */
export async function checkAreas(
  sourceName: string,
  delivered: readonly DeliveredArea[],
  bboxWsen: BboxWsen | null,
): Promise<{ areas: CheckedArea[]; warnings: string[] }> {
  refuseHugeRings(sourceName, delivered);
  const found = await findProblems(delivered, bboxWsen);
  const placed = ({ featureIndex, message }: (typeof found)[number]): ImportProblem => ({
    where: delivered[featureIndex]?.where ?? null,
    message,
  });
  const errors = [
    ...delivered.flatMap(wordProblems),
    ...found.filter(({ severity }) => severity === "error").map(placed),
  ];
  if (errors.length > 0) {
    throw new ImportRefused(
      `${sourceName} has ${errors.length === 1 ? "an error" : `${errors.length} errors`}; nothing was changed.`,
      errors,
    );
  }
  return {
    areas: delivered.flatMap((area) =>
      area.code === null || area.name === null
        ? []
        : [{ ...area, code: area.code, name: area.name, geometry: rewind(area.geometry) }],
    ),
    warnings: found
      .map(placed)
      .map(({ where, message }) => (where === null ? message : `${where}: ${message}`)),
  };
}

function refuseHugeRings(sourceName: string, delivered: readonly DeliveredArea[]) {
  const problems = delivered.flatMap(({ where, geometry }): ImportProblem[] => {
    const most = ringsOf(geometry).reduce((longest, ring) => Math.max(longest, ring.length), 0);
    if (most <= mostPositionsInRing) return [];
    const [has, limit] = [most, mostPositionsInRing].map((count) => count.toLocaleString("en-GB"));
    return [
      {
        where,
        message: `a ring has ${has} positions, more than ${limit}: simplify the shape to about a metre`,
      },
    ];
  });
  if (problems.length > 0) {
    throw new ImportRefused(`${sourceName} is drawn in too much detail; nothing was changed.`, problems);
  }
}

async function findProblems(delivered: readonly DeliveredArea[], bboxWsen: BboxWsen | null) {
  const features = delivered.map(({ code, name, geometry }) => ({ id: code, name, geometry }));
  const steps = boundaryProblemsInSteps(features, bboxWsen === null ? undefined : { bboxWsen });
  const turn = createTurn();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}

function wordProblems({ code, name, where }: DeliveredArea): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (code !== null && !codeShape.test(code)) {
    const message = `“${code.slice(0, 60)}” cannot be a code: it may not hold spaces, commas, quotes or slashes, nor pass 40 characters`;
    problems.push({ where, message });
  }
  if (code !== null && reservedCodes.includes(code.toLowerCase())) {
    problems.push({ where, message: `“${code}” cannot be a code: the platform uses the word in addresses` });
  }
  if (name !== null && name.length > longestName) {
    problems.push({ where, message: `the name is longer than ${longestName} characters` });
  }
  return problems;
}
