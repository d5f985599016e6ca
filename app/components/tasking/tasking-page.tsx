import type { ReactNode } from "react";
import { NavLink } from "@remix-run/react";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { paths } from "#app/paths.ts";
import type { Marking } from "#app/domain/tasking/marking.ts";
import { MarkingLine } from "./marking.tsx";
import type { TaskingFrame } from "./tasking-frame.ts";

interface TaskingPageProps {
  frame: TaskingFrame;
  title: ReactNode;
  /** Of what the page shows; what names none is sensitive. */
  marking?: Marking;
  /** The error summary of its forms. */
  errors?: ReactNode;
  children: ReactNode;
}

/** The frame of every staff page of joint tasking: the marking, the other pages, then the page. */
export function TaskingPage({
  frame,
  title,
  marking = "official-sensitive",
  errors,
  children,
}: TaskingPageProps) {
  return (
    <StaffPage frame={frame.frame} title={title} errors={errors}>
      <MarkingLine marking={marking} />
      <nav aria-label="Joint tasking">
        <ul className="sn-plan__pages">
          {frame.pages.map(({ to, words }) => (
            <li key={to}>
              <NavLink className="sn-plan__page" to={to} end={to === paths.tasking.home()}>
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
