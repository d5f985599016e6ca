import { momentInWords } from "#app/components/moment-in-words.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { tensionGradeWords, type TensionGrade } from "#app/domain/impact/impact.ts";

interface ReviewsProps {
  reviews: readonly {
    id: string;
    at: Date;
    dueAt: Date;
    tension: TensionGrade;
    words: string;
    by: string | null;
  }[];
}

export const Reviews = ({ reviews }: ReviewsProps) => (
  <section id="review">
    <h2 className="govuk-heading-m">Reviews</h2>
    {reviews.length === 0 ? (
      <p>Nobody has reviewed it yet.</p>
    ) : (
      <DataTable
        caption="Reviews, the last first"
        isCaptionHidden
        columns={["Reviewed", "Tension", "What was found", "By", "Next due"]}
        rows={reviews.map(({ id, at, dueAt, tension, words, by }) => ({
          key: id,
          cells: [
            momentInWords(at),
            tensionGradeWords[tension],
            words,
            accountName(by),
            momentInWords(dueAt),
          ],
        }))}
      />
    )}
  </section>
);
