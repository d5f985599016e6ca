import { z } from "zod";
import type { EditionNoun } from "#app/domain/edition/edition.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { sayMonthsToReload } from "#app/services/incident/say-months-to-reload.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { dataCommand } from "./command.ts";

/** `<noun> rollback`: the same for all that arrives in editions. */
export const rollbackCommand = (noun: EditionNoun) =>
  dataCommand({
    noun,
    verb: "rollback",
    summary: `Go back to the ${noun} that were in force before`,
    arguments: [],
    options: [],
    input: z.object({}),
    run: async (deps) => {
      const { to } = await rollBack(deps, noun);
      const now = to === null ? null : await editionInForce(deps.db, noun);
      deps.say(
        now === null
          ? `Rolled back: no ${noun} are in force now.`
          : `Rolled back: ${now.source} is in force again.`,
      );
      if (noun === "boundaries") await sayMonthsToReload(deps);
    },
  });
