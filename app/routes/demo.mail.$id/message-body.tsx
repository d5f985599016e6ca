import { linkPieces } from "#app/domain/mail/link-pieces.ts";

/** The words of a message as they would arrive, its links to be opened. */
export function MessageBody({ body }: { body: string }) {
  return (
    <div className="sn-mail__body">
      {linkPieces(body).map(({ text, isLink }, index) =>
        isLink ? (
          <a key={index} className="govuk-link sn-break" href={text}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </div>
  );
}
