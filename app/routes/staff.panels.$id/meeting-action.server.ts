import { z } from "zod";
import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { lowParticipationAnswers } from "#app/domain/panel/low-participation.ts";
import { panelChoices } from "#app/domain/panel/motion.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { declareInterest } from "#app/services/panel/declare-interest.server.ts";
import { recordAttendance } from "#app/services/panel/record-attendance.server.ts";
import { recordInquorate } from "#app/services/panel/record-inquorate.server.ts";
import { recordResolution } from "#app/services/panel/record-resolution.server.ts";
import { recordSignOff } from "#app/services/panel/record-sign-off.server.ts";
import type { MeetingView } from "#app/services/panel/view-meeting.server.ts";
import type { Db } from "#db/types.ts";

const mostCharacters = 2_000;
const tooLong = `Write ${mostCharacters} characters or fewer`;
const words = z.string().trim().max(mostCharacters, tooLong).optional();

/** What the forms of a meeting's page send. Votes and reasons come by the id of their member or candidate. */
export const meetingSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("attend"),
    present: z.array(z.uuid()).optional(),
    chair: z.uuid({ error: "Choose a chair among the community members" }),
  }),
  z.object({
    intent: z.literal("interest"),
    item: z.uuid({ error: "Choose what the interest is in" }),
    member: z.uuid({ error: "Choose whose interest it is" }),
  }),
  z.looseObject({ intent: z.literal("votes"), item: z.uuid() }),
  z.object({ intent: z.literal("inquorate") }),
  z.object({ intent: z.literal("sign-off"), version: z.coerce.number().int(), reason: words }),
  z
    .looseObject({
      intent: z.literal("resolve"),
      version: z.coerce.number().int(),
      motion: words,
      adopted: z.array(z.uuid()).optional(),
      lowParticipation: z.enum(lowParticipationAnswers).optional(),
      batchNote: words,
    })
    .superRefine((form, context) => {
      for (const [name, value] of Object.entries(form))
        if (typeof value === "string" && value.length > mostCharacters)
          context.addIssue({ code: "custom", path: [name], message: tooLong });
    }),
]);
type Asked = z.output<typeof meetingSchema>;

const textIn = (form: object, name: string): string => {
  const value: unknown = Object.entries(form).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
};

/** Does what one of the forms asks for; null where the meeting is not the actor's. */
export async function doMeetingAction(
  deps: { db: Db; now: Date },
  actor: Actor,
  { resolution: { id: resolutionId }, items, members }: MeetingView,
  asked: Asked,
): Promise<Change | null> {
  switch (asked.intent) {
    case "attend":
      return recordAttendance(deps, actor, {
        resolutionId,
        presentIds: asked.present ?? [],
        chairId: asked.chair,
      });
    case "interest":
      return declareInterest(deps, actor, { resolutionId, itemId: asked.item, memberId: asked.member });
    case "votes":
      return castPanelVotes(deps, actor, {
        resolutionId,
        votes: members.flatMap(({ id: memberId }) => {
          const choice = panelChoices.find((one) => one === textIn(asked, `vote-${memberId}`));
          return choice === undefined ? [] : [{ itemId: asked.item, memberId, choice }];
        }),
      });
    case "inquorate":
      return recordInquorate(deps, actor, resolutionId);
    case "sign-off":
      return recordSignOff(deps, actor, {
        resolutionId,
        version: asked.version,
        reason: asked.reason ?? "",
      });
    case "resolve":
      return recordResolution(deps, actor, {
        resolutionId,
        version: asked.version,
        motion: asked.motion ?? "",
        lowParticipation: asked.lowParticipation ?? null,
        batchNote: asked.batchNote ?? null,
        items: items.map(({ subjectId }) => ({
          subjectId,
          isAdopted: asked.adopted?.includes(subjectId) === true,
          rationale: {
            problem: textIn(asked, `problem-${subjectId}`),
            voteResult: textIn(asked, `voteResult-${subjectId}`),
            evidence: textIn(asked, `evidence-${subjectId}`),
            whyOverOthers: textIn(asked, `whyOverOthers-${subjectId}`),
            successLooksLike: textIn(asked, `successLooksLike-${subjectId}`),
          },
          reasonPassedOver: textIn(asked, `reason-${subjectId}`),
        })),
      });
  }
}
