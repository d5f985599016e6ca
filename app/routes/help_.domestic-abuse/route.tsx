import type { MetaFunction } from "@remix-run/node";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoorCard } from "#app/components/telephone.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { doors } from "#app/domain/help/doors.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { KeepItToYourself } from "./keep-it-to-yourself.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Help with domestic abuse",
    description: "Whom to call, and how to keep what you read to yourself.",
    path: paths.domesticAbuse(),
  });

export const headers = pageHeaders;

/** Says the same to everyone, and yet no browser shall keep a copy. */
export function loader() {
  allowPublic();
  return privatePage({});
}

export default function DomesticAbuse() {
  return (
    <div className="govuk-width-container sn-page">
      <ExitThisPage />
      <div className="sn-page--text sn-help">
        <Breadcrumbs items={[{ to: paths.help(), words: "Get help now" }]} here="Domestic abuse" />
        <h1 className="govuk-heading-xl">Help with domestic abuse</h1>
        <HowToLeave />
        <InDanger />
        <SomebodyToTalkTo />
        <KeepItToYourself />
      </div>
    </div>
  );
}

function HowToLeave() {
  // Without script the Shift key does nothing.
  const isHydrated = useHydrated();
  return (
    <p>
      To leave this page quickly, use “Exit this page”
      {isHydrated ? " or press the Shift key three times" : ""}. The BBC’s weather opens in its place. Your
      browser may still remember that you were here:{" "}
      <a className="govuk-link" href="#to-yourself">
        how to keep it to yourself
      </a>
      .
    </p>
  );
}

function InDanger() {
  return (
    <section className="sn-help__first" aria-labelledby="in-danger">
      <h2 className="govuk-heading-l" id="in-danger">
        If you are in danger now
      </h2>
      <DoorCard door={doors.emergency} />
      <p>
        If you cannot speak on a mobile telephone, stay on the line, cough or tap if you can, and press 55
        when you are told to. A silent call alone does not bring help.
      </p>
    </section>
  );
}

function SomebodyToTalkTo() {
  return (
    <section aria-labelledby="talk">
      <h2 className="govuk-heading-l" id="talk">
        Somebody to talk to
      </h2>
      <p>
        Abuse is not only violence. It is also being controlled, threatened, watched, cut off from others or
        kept without money, by a partner, a former partner or family. It is not your fault. You decide whether
        to go to the police.
      </p>
      <DoorCard door={doors.domesticAbuse} />
      <DoorCard door={doors.mensAdvice} />
      <DoorCard door={doors.galop} />
      <p>When you want to tell the police and are not in danger now, call 101.</p>
    </section>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
