import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";
import type { StaffFrame } from "./staff-frame.ts";

interface StaffPageProps {
  frame: StaffFrame;
  title: ReactNode;
  /** What is wrong with a form of the page: stands before the heading, as GOV.UK has it. */
  errors?: ReactNode;
  children: ReactNode;
}

/** The frame of every page of staff: who is signed in, where they may go, the way out, then the page. */
export function StaffPage({ frame, title, errors, children }: StaffPageProps) {
  return (
    <div className="govuk-width-container sn-page sn-staff">
      <div className="sn-staff__bar">
        <nav aria-label="Staff">
          <ul className="sn-staff__links">
            <li>
              <NavLink className="sn-staff__link" to={frame.home.to} end>
                {frame.home.words}
              </NavLink>
            </li>
            {frame.links.map(({ to, words }) => (
              <li key={to}>
                <NavLink className="sn-staff__link" to={to}>
                  {words}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <form className="sn-staff__out" method="post" action={paths.signOut()} noValidate>
          <span>{frame.name}</span>
          <Button look="plain">Sign out</Button>
        </form>
      </div>
      {errors}
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
    </div>
  );
}
