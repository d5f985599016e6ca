import { z } from "zod";
import { renewAllFigures } from "#app/services/abstraction/renew-figures.server.ts";
import { dataCommand } from "./command.ts";

const counted = (number: number, thing: string) =>
  `${number.toLocaleString("en-GB")} ${thing}${number === 1 ? "" : "s"}`;

/** `abstractions renew`. */
export const abstractionsCommands = [
  dataCommand({
    noun: "abstractions",
    verb: "renew",
    summary: "Work the monthly figures out anew from duties and entries, and say how many were wrong",
    arguments: [],
    options: [],
    input: z.object({}),
    run: async (deps) => {
      const { months, changed } = await renewAllFigures(deps);
      deps.say(`Worked out ${counted(months, "month")}: ${counted(changed, "row")} changed.`);
    },
  }),
] as const;
