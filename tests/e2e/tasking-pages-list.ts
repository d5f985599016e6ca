import { paths } from "#app/paths.ts";
import { partnerPage, staffPage, type PageVisit } from "./tasking-page-visit.ts";
import { meetings } from "./tasking-pages-meetings.ts";
import { staffVisits } from "./tasking-pages-staff.ts";

const { tasking, partners, staff } = paths;

const keeping: readonly PageVisit[] = [
  staffPage("Records", "/agreements", () => tasking.agreements(), "A-44444", null, "OFFICIAL"),
  staffPage(
    "Records",
    "/agreements/new",
    () => tasking.newAgreement(),
    "Purpose",
    "Save the draft",
    "OFFICIAL",
  ),
  staffPage(
    "Records",
    "/agreements/:reference",
    () => tasking.agreement("A-22222"),
    "Valley Homes",
    "Terminate the agreement",
    "OFFICIAL",
  ),
  staffPage(
    "Records",
    "/agreements/:reference",
    () => tasking.agreement("A-44444"),
    "DPIA-2026-14",
    "Record the signature",
    "OFFICIAL",
  ),
  staffPage(
    "Records",
    "/agreements/:reference",
    () => tasking.agreement("A-33333"),
    "A-33333",
    null,
    "OFFICIAL",
  ),
  staffPage(
    "Records",
    "/agreements/:reference/change",
    () => tasking.changeAgreement("A-44444"),
    "DPIA",
    "Save the draft",
    "OFFICIAL",
  ),
  staffPage(
    "Records",
    "/agreements/:reference/change",
    () => tasking.changeAgreement("A-22222"),
    "A-22222",
    "Save the review",
    "OFFICIAL",
  ),
  staffPage("Administrator", "/agencies", () => staff.agencies(), "Valley Homes", "Add the agency", null),
  staffPage(
    "Administrator",
    "/agencies/:code",
    () => staff.agency("council"),
    "Council officer",
    "Rename",
    null,
  ),
  staffPage(
    "Administrator",
    "/agencies/:code/keys",
    () => tasking.agencyKeys("council"),
    "Case management",
    "Make the key",
    null,
  ),
  staffPage("Administrator", "/settings/tasking", () => tasking.settings(), "told", "Save", null),
];

const partnerVisits: readonly PageVisit[] = [
  partnerPage("", () => partners.home(), "PA-2"),
  partnerPage("", () => partners.home(), "PA-6", null, { by: "Housing officer" }),
  partnerPage("", () => partners.allAsked(), "PA-2"),
  partnerPage("", () => partners.home(), "A-33333", null, { by: "Far officer", marking: null }),
  partnerPage(
    "/actions/:id",
    ({ partnerAction }) => partners.action(partnerAction),
    "Mend the fence",
    "It is done",
  ),
  partnerPage(
    "/advice/:id",
    ({ impact }) => partners.advice(impact.question),
    "speak with first",
    "Send your advice",
    {
      by: "Adviser",
    },
  ),
  partnerPage("/advice/:id", ({ impact }) => partners.advice(impact.answered), "They will welcome it", null, {
    by: "Adviser",
  }),
  partnerPage("/asked/:id", ({ id }) => partners.asked(id("PA-1")), "PA-1", "Accept: we will do it"),
  partnerPage("/asked/:id", ({ id }) => partners.asked(id("PA-3")), "The land is not ours"),
  partnerPage("/asked/:id", ({ id }) => partners.asked(id("PA-4")), "All six lamps burn again."),
  partnerPage("/history", () => partners.history(), "repaired the lights on the rec"),
  partnerPage("/history", () => partners.history(), "PA-3: Repair the lights of PA-3"),
  partnerPage("/history", () => partners.history(), "A-33333", null, { by: "Far officer", marking: null }),
  partnerPage("/meetings", () => partners.meetings(), "Past, with minutes"),
  partnerPage("/meetings", () => partners.meetings(), "A-33333", null, { by: "Far officer", marking: null }),
  partnerPage("/meetings/:reference", () => partners.meeting(meetings.called), "Bikes", "I am coming"),
  partnerPage("/meetings/:reference", () => partners.meeting(meetings.open), "Note 2"),
  partnerPage("/meetings/:reference", () => partners.meeting(meetings.finished), "Read the minutes"),
  partnerPage("/meetings/:reference", () => partners.meeting(meetings.cancelled), "The hall is closed"),
  partnerPage("/meetings/:reference/minutes", () => partners.minutes(meetings.finished), "Note 60"),
];

const publicVisits: readonly PageVisit[] = [
  {
    route: "/priorities/:reference",
    by: "Panel member",
    at: () => paths.priority("P-22222"),
    shows: "Amber Valley Borough Council repaired the lights on the rec",
    form: null,
    marking: null,
  },
  {
    route: "/panel/resolutions/:id/pack",
    by: "Panel member",
    at: ({ id }) => paths.panel.pack(id("panel")),
    shows: "Amber Valley Borough Council repaired the lights on the rec",
    form: null,
    marking: null,
  },
];

/** Every page of joint tasking, in each state in which it looks another way. */
export const visits: readonly PageVisit[] = [...staffVisits, ...keeping, ...partnerVisits, ...publicVisits];
