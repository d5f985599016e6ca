import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { isUrgent, type DiversionRoute } from "#app/domain/concern/diversion.ts";
import { paths } from "#app/paths.ts";

interface ReceivedProps {
  slug: string;
  name: string;
  reference: string;
  route: DiversionRoute | null;
  isTheirs: boolean;
  hasAccount: boolean;
}

/** That it arrived, its reference, and what becomes of it. */
export function Received({ slug, name, reference, route, isTheirs, hasAccount }: ReceivedProps) {
  const words = "We have received what you wrote";
  return (
    <>
      {route === null ? (
        <h1 className="govuk-heading-xl">{words}</h1>
      ) : (
        <h2 className="govuk-heading-l">{words}</h2>
      )}
      <p className="sn-reference">
        Your reference is <strong className="sn-nowrap">{reference}</strong>
      </p>
      <WhoReads name={name} route={route} />
      <p>Your words are never published. If others should know of it, staff write a short summary.</p>
      <h2 className="govuk-heading-m">Hear what comes of it</h2>
      <Hear slug={slug} reference={reference} isTheirs={isTheirs} hasAccount={hasAccount} />
      <p>
        <Link className="govuk-link" to={paths.neighbourhood(slug)}>
          Back to {name}
        </Link>
      </p>
    </>
  );
}

function WhoReads({ name, route }: Pick<ReceivedProps, "name" | "route">) {
  if (isUrgent(route)) {
    return (
      <p>
        It is in front of the force’s contact centre, which is open day and night. Do not wait for it: call if
        anybody may come to harm.
      </p>
    );
  }
  return <p>Somebody in the {name} team reads it within two working days and decides what to do.</p>;
}

function Hear({ slug, reference, isTheirs, hasAccount }: Omit<ReceivedProps, "name" | "route">) {
  if (isTheirs) {
    return (
      <p>
        We email you at each step, and it stands among{" "}
        <Link className="govuk-link" to={paths.account.concern(reference)}>
          your concerns
        </Link>
        .
      </p>
    );
  }
  if (hasAccount) {
    return (
      <form method="post" action={paths.raised(slug)}>
        <p>Add it to your account and we email you at each step.</p>
        <Button>Add it to my account</Button>
      </form>
    );
  }
  return (
    <>
      <p>
        Give us your email address and a code from our message. We then tell you of each step and its reason,
        whatever it is. Do it in this browser within the hour.
      </p>
      <p>
        <Link className="govuk-button" role="button" to={paths.signIn(paths.raised(slug))}>
          Get told what happens
        </Link>
      </p>
      <p className="sn-quiet">If you would rather not, you are done. Keep the reference.</p>
    </>
  );
}
