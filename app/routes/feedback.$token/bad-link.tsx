export function BadLink() {
  return (
    <>
      <h1 className="govuk-heading-xl">This link does not work</h1>
      <p>It may have been cut short on its way. Nothing was answered.</p>
      <p>Open the link from the email again, or copy the whole of it into the address bar.</p>
    </>
  );
}
