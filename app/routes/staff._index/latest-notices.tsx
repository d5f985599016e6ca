import { Link } from "@remix-run/react";
import { NoticeList } from "#app/components/staff/notice-list.tsx";
import { paths } from "#app/paths.ts";

/** The most pressing notices, with the way to all of them. */
export function LatestNotices({ notices }: { notices: Parameters<typeof NoticeList>[0]["notices"] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">For you</h2>
      {notices.length === 0 ? <p>Nothing is new, late or escalated for you.</p> : null}
      <NoticeList notices={notices} />
      <p>
        <Link className="govuk-link" to={paths.staff.notices()}>
          All notices, and how you are told
        </Link>
      </p>
    </section>
  );
}
