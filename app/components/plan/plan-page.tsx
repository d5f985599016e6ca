import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import type { StaffFrame } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { planStages, planStageWords } from "#app/domain/plan/states.ts";
import { paths } from "#app/paths.ts";
import type { PlanHead } from "./plan-head.ts";

interface PlanPageProps {
  frame: StaffFrame;
  head: PlanHead;
  /** Of this page, under the priority's name. */
  title: string;
  /** The error summary of its forms. */
  errors?: ReactNode;
  children: ReactNode;
}

const standingWords = { running: null, paused: "Paused", returned: "Returned: being worked through again" };

/** The frame of every page of one plan: whose it is, how far it has come, and its other pages. */
export function PlanPage({ frame, head, title, errors, children }: PlanPageProps) {
  const { reference, stage, standing } = head;
  const standingNow = standingWords[standing];
  return (
    <StaffPage
      frame={frame}
      title={
        <>
          <span className="govuk-caption-l">{head.title}</span>
          {title}
        </>
      }
      errors={
        <>
          <Breadcrumbs
            items={[
              { to: paths.staff.priorities(), words: "Priorities" },
              { to: paths.staff.priority(reference), words: `${head.place}, ${reference}` },
            ]}
            here={title}
          />
          {errors}
        </>
      }
    >
      <ol className="sn-plan__stages" aria-label="Stages of the plan">
        {planStages.map((one, place) => {
          const isPast = place < planStages.indexOf(stage);
          return (
            <li
              key={one}
              className={`sn-plan__stage${isPast ? " sn-plan__stage--past" : ""}`}
              aria-current={one === stage ? "step" : undefined}
            >
              {planStageWords[one]}
              {isPast ? <span className="govuk-visually-hidden">: done</span> : null}
            </li>
          );
        })}
      </ol>
      {standingNow === null ? null : <p className="govuk-tag">{standingNow}</p>}
      <nav aria-label="This plan">
        <ul className="sn-plan__pages">
          {pagesOf(reference).map(({ to, words }) => (
            <li key={to}>
              <NavLink className="sn-plan__page" to={to} end>
                {words}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </StaffPage>
  );
}

const pagesOf = (reference: string) => [
  { to: paths.staff.plan(reference), words: "Plan" },
  { to: paths.staff.planSteps(reference), words: "Steps" },
  { to: paths.staff.planActions(reference), words: "Actions" },
  { to: paths.staff.measures(reference), words: "Measures" },
  { to: paths.staff.engagement(reference), words: "Engagement" },
  { to: paths.staff.feedback(reference), words: "Outcome and feedback" },
  { to: paths.staff.endPriority(reference), words: "End" },
  { to: paths.staff.planHistory(reference), words: "Versions" },
];
