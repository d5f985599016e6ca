import type { Run, Sides } from "#app/domain/plan/runs.ts";

interface ComparedFieldProps extends Sides {
  label: string;
}

/** Two versions of a plan, each in words, and the fields that differ. */
export interface Comparison {
  from: string;
  to: string;
  differences: readonly (ComparedFieldProps & { name: string })[];
}

/** What differs between two versions, field by field, each side whole and what is not on the other one marked. */
export function ComparedVersions({ comparison: { from, to, differences } }: { comparison: Comparison }) {
  return (
    <section className="sn-compare" aria-labelledby="compared">
      <h2 id="compared" className="govuk-heading-m">
        What changed
      </h2>
      <p>
        From {from}, to {to}.
      </p>
      {differences.length === 0 ? <p>Nothing differs between these two.</p> : null}
      {differences.map((difference) => (
        <ComparedField key={difference.name} {...difference} />
      ))}
    </section>
  );
}

const ComparedField = ({ label, before, after }: ComparedFieldProps) => (
  <div className="sn-compare__field">
    <h3 className="govuk-heading-s">{label}</h3>
    <div className="sn-compare__sides">
      <div className="sn-compare__side">
        <h4 className="sn-compare__when">Before</h4>
        <Side runs={before} mark="del" words="removed" />
      </div>
      <div className="sn-compare__side">
        <h4 className="sn-compare__when">After</h4>
        <Side runs={after} mark="ins" words="added" />
      </div>
    </div>
  </div>
);

function Side({ runs, mark: Mark, words }: { runs: readonly Run[]; mark: "del" | "ins"; words: string }) {
  if (runs.length === 0) return <p className="sn-compare__nothing">Nothing</p>;
  return (
    <p className="sn-compare__words">
      {runs.map((run, place) =>
        run.isChanged ? (
          // A screen reader says neither the line through it nor the line under it.
          <Mark key={place}>
            <span className="govuk-visually-hidden">[{words}: </span>
            {run.words}
            <span className="govuk-visually-hidden">]</span>
          </Mark>
        ) : (
          run.words
        ),
      )}
    </p>
  );
}
