import { dayInWords } from "#app/domain/account/day-words.ts";
import { activityMethodWords } from "#app/domain/engagement/engagement.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { publicEngagementOf } from "#db/queries/public-engagement.ts";

type PublicEngagement = NonNullable<Awaited<ReturnType<typeof publicEngagementOf>>>;

const written = (text: string | null): string[] => (text === null || text.trim() === "" ? [] : [text]);

/** What anybody can still come to, and whom was reached and what was heard where it is over. */
export function shownEngagement({ activities }: PublicEngagement, today: Day) {
  const held = activities.filter(({ isCancelled }) => !isCancelled);
  return {
    ahead: held
      .filter(({ heldOn }) => heldOn !== null && heldOn >= today)
      .map(({ heldOn, method, audience, hours, place, formatAndLanguage }) => ({
        what: activityMethodWords[method],
        when: [...(heldOn === null ? [] : [dayInWords(heldOn)]), ...written(hours)].join(", "),
        details: [
          ...written(place).map((where) => `Where: ${where}`),
          ...written(audience).map((whom) => `For: ${whom}`),
          ...written(formatAndLanguage),
        ],
      })),
    past: held
      .filter(({ heldOn, reached }) => reached !== null && (heldOn === null || heldOn < today))
      .map(({ heldOn, method, audience, reached, heard, feedbackGiven }) => ({
        what: activityMethodWords[method],
        when: heldOn === null ? null : dayInWords(heldOn),
        reached: `${reached === 1 ? "1 person was" : `${reached ?? 0} people were`} reached${audience.trim() === "" ? "" : `: ${audience}`}`,
        heard: written(heard),
        answered: written(feedbackGiven),
      })),
  };
}

export type ShownEngagement = ReturnType<typeof shownEngagement>;
