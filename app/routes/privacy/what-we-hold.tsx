import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

export function WhatWeHold({ hasMapTiles }: { hasMapTiles: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-l">What we hold</h2>
      <h3 className="govuk-heading-m">If you only look</h3>
      <p>
        Nothing about you. The postcode that you enter is kept in a cookie in your own browser until you close
        it, not by us. Where you are, if you let us ask, is used to find your team and then forgotten.
      </p>
      <p>
        Our log of requests holds no internet address and no postcode. To stop abuse we count how many
        requests come from an internet address: for a minute in the computer’s memory, for longer only in a
        scrambled form that is deleted when its time is over.
      </p>
      {hasMapTiles ? (
        <p>
          The background of the{" "}
          <Link className="govuk-link" to={paths.map()}>
            map
          </Link>{" "}
          comes from another provider, named on the map. Your browser asks that provider for it, which then
          sees your internet address.
        </p>
      ) : null}
      <h3 className="govuk-heading-m">If you take part</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>your email address, to send you a code that proves it is yours, and messages you asked for</li>
        <li>
          which neighbourhoods you are connected with, and how: you live, work, study, run a business or visit
          there
        </li>
        <li>your age band: 13 to 15, 16 to 17, or 18 and over</li>
        <li>when you signed in, and with what kind of browser</li>
        <li>the concerns that you raise, the votes that you cast and the answers that you give</li>
      </ul>
      <p>
        We do not ask for your name, your date of birth or your street address, and there is no password. If
        you take part by telephone or on paper, we hold your connection and age band under a reference of
        ours.
      </p>
      <h3 className="govuk-heading-m">Children</h3>
      <p>
        You can take part from the age of 13. If you are younger, we keep nothing about you: take part through
        your school or a youth club.
      </p>
      <h3 className="govuk-heading-m">If you work here</h3>
      <p>
        We hold the work details of officers, staff and partners: name, post, work email and what they do
        here. The public sees rank and surname, and never where an officer is or will be.
      </p>
    </>
  );
}
