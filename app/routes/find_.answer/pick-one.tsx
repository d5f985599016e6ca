import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { OtherWays } from "#app/components/other-ways.tsx";
import { paths } from "#app/paths.ts";
import type { Question } from "./question.ts";

/** The neighbourhoods it could be, each a button; never a guess presented as certain. */
export function PickOne({ question }: { question: Extract<Question, { kind: "pick" }> }) {
  const { heading, words, options } = question;
  return (
    <>
      <h1 className="govuk-heading-xl">{heading}</h1>
      <p>{words}</p>
      {options.length === 0 ? null : (
        <form method="post" action={paths.findAnswer()}>
          <h2 className="govuk-heading-m">Choose your neighbourhood</h2>
          <ul className="sn-pick">
            {options.map(({ slug, name, district }) => (
              <li key={slug}>
                <Button look="plain" name="slug" value={slug}>
                  {name}
                </Button>
                {district === null ? null : <span className="sn-quiet"> {district}</span>}
              </li>
            ))}
          </ul>
        </form>
      )}
      <h2 className="govuk-heading-m">{options.length === 0 ? "Find it another way" : "None of these?"}</h2>
      <p>
        <Link className="govuk-link" to={paths.find()}>
          Try another postcode
        </Link>
      </p>
      <OtherWays />
    </>
  );
}
