import { paths } from "#app/paths.ts";
import { group, meeting, type PageVisit } from "./tasking-page-visit.ts";
import { meetings } from "./tasking-pages-meetings.ts";

const { tasking, partners, staff } = paths;

type Asked = Pick<PageVisit, "route" | "by" | "at">;

const file = (by: PageVisit["by"], route: string, at: PageVisit["at"], type: string) => ({
  by,
  route,
  at,
  type,
});

/** What else joint tasking answers to a GET: files, streams and facts for a script. */
export const files: readonly (Asked & { type: string })[] = [
  file("Inspector", "/staff/tasking/actions.csv", () => tasking.actionsDownload(""), "text/csv"),
  file("Analyst", "/staff/tasking/extract.csv", () => tasking.extractDownload(""), "text/csv"),
  file("Sergeant", `/staff${meeting}/live`, () => tasking.live(meetings.open), "text/event-stream"),
  file(
    "Sergeant",
    `/staff${meeting}/meeting.ics`,
    () => tasking.calendarFile(meetings.called),
    "text/calendar",
  ),
  file("Sergeant", `/staff${meeting}/send`, () => tasking.sendRecord(meetings.open), "application/json"),
  file(
    "Council officer",
    "/partners/meetings/:reference/live",
    () => partners.live(meetings.open),
    "text/event-stream",
  ),
  file(
    "Council officer",
    "/partners/meetings/:reference/meeting.ics",
    () => partners.calendarFile(meetings.called),
    "text/calendar",
  ),
];

const refusal = (by: PageVisit["by"], route: string, at: PageVisit["at"], button: string) => ({
  by,
  route,
  at,
  button,
});

/** Forms that are sent as they are opened, and so are refused. */
export const refusals: readonly (Asked & { button: string })[] = [
  refusal("Inspector", "/staff/tasking/groups/new", () => tasking.newGroup(), "Make the group"),
  refusal("Inspector", `/staff${group}/call`, () => tasking.callMeeting("PA"), "Call the meeting"),
  refusal("Inspector", `/staff${group}/members`, () => tasking.groupMembers("PA"), "Give them a seat"),
  refusal(
    "Inspector",
    `/staff${meeting}/change`,
    () => tasking.changeMeeting(meetings.called),
    "Cancel the meeting",
  ),
  refusal("Sergeant", `/staff${meeting}/door`, () => tasking.door(meetings.open), "Let the guest in"),
  refusal("Sergeant", `/staff${meeting}/items/new`, () => tasking.newItem(meetings.called), "Add it"),
  refusal(
    "Sergeant",
    "/staff/tasking/actions/:id",
    ({ id }) => tasking.action(id("PA-7")),
    "Save what came of it",
  ),
  refusal(
    "Sergeant",
    "/staff/tasking/actions/:id",
    ({ id }) => tasking.action(id("PA-5")),
    "Publish nothing",
  ),
  refusal("Inspector", "/staff/impact/new", () => tasking.newImpact(), "Open the assessment"),
  refusal(
    "Inspector",
    "/staff/impact/:reference",
    ({ impact }) => tasking.impact(impact.reference),
    "Close the assessment",
  ),
  refusal("Records", "/staff/agreements/new", () => tasking.newAgreement(), "Save the draft"),
  refusal(
    "Records",
    "/staff/agreements/:reference",
    () => tasking.agreement("A-22222"),
    "Terminate the agreement",
  ),
  refusal(
    "Records",
    "/staff/agreements/:reference",
    () => tasking.agreement("A-44444"),
    "Record the signature",
  ),
  refusal("Administrator", "/staff/agencies", () => staff.agencies(), "Add the agency"),
  refusal("Administrator", "/staff/agencies/:code/keys", () => tasking.agencyKeys("council"), "Make the key"),
  refusal(
    "Council officer",
    "/partners/actions/:id",
    ({ partnerAction }) => partners.action(partnerAction),
    "It is done",
  ),
  refusal(
    "Adviser",
    "/partners/advice/:id",
    ({ impact }) => partners.advice(impact.question),
    "Send your advice",
  ),
  refusal("Council officer", "/partners/asked/:id", ({ id }) => partners.asked(id("PA-1")), "It is done"),
  refusal("Council officer", "/partners/asked/:id", ({ id }) => partners.asked(id("PA-1")), "Decline it"),
];
