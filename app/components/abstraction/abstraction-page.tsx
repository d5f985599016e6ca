import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { paths } from "#app/paths.ts";
import type { AbstractionFrame } from "./abstraction-frame.ts";
import { WaitingList } from "./waiting-list.tsx";

interface AbstractionPageProps {
  frame: AbstractionFrame;
  title: ReactNode;
  /** The error summary of its forms. */
  errors?: ReactNode;
  children: ReactNode;
}

/** The frame of every page of abstractions: the other pages, the marking, then the page. */
export function AbstractionPage({ frame, title, errors, children }: AbstractionPageProps) {
  return (
    <StaffPage frame={frame.frame} title={title} errors={errors}>
      <p className="sn-marking">OFFICIAL-SENSITIVE</p>
      <nav aria-label="Abstractions">
        <ul className="sn-plan__pages">
          {frame.pages.map(({ to, words }) => (
            <li key={to}>
              <NavLink className="sn-plan__page" to={to} end={to === paths.abstractions.home()}>
                {words}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <WaitingList />
      {children}
    </StaffPage>
  );
}
