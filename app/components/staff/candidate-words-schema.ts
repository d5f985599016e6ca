import { z } from "zod";

const noTitle = "Enter a title of a few words";
const noStatement = "Say in one sentence what the problem is";

/** What a candidate is called and about, as a form sends it. */
export const candidateWords = {
  title: z.string({ error: noTitle }).trim().min(3, noTitle).max(80, "Shorten the title to 80 characters"),
  statement: z
    .string({ error: noStatement })
    .trim()
    .min(10, noStatement)
    .max(400, "Shorten the sentence to 400 characters or fewer"),
};

const noConcerns = "Choose at least one concern";

/** Which concerns a candidate is made of, as a form sends it. */
export const chosenConcerns = z.array(z.uuid(), { error: noConcerns }).min(1, noConcerns);
