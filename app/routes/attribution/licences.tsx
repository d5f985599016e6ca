const openGovernmentLicence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

const sources = [
  {
    name: "Ordnance Survey, Royal Mail and National Statistics",
    words:
      "Where Code-Point Open or the ONS Postcode Directory is loaded: contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright and database right; contains National Statistics data © Crown copyright and database right.",
    licence: { words: "Open Government Licence v3.0", url: openGovernmentLicence },
  },
  {
    name: "data.police.uk",
    words:
      "Where neighbourhood boundaries from data.police.uk are loaded: contains public sector information.",
    licence: { words: "Open Government Licence v3.0", url: openGovernmentLicence },
  },
  {
    name: "OpenStreetMap",
    words: "Where a map background or places from OpenStreetMap are used: © OpenStreetMap contributors.",
    licence: { words: "Open Database Licence", url: "https://www.openstreetmap.org/copyright" },
  },
  {
    name: "Atkinson Hyperlegible Next",
    words:
      "The typeface of these pages, drawn for readers with low vision by the Braille Institute of America.",
    licence: { words: "SIL Open Font Licence 1.1", url: "https://openfontlicense.org/" },
  },
  {
    name: "GOV.UK Frontend and Leaflet",
    words:
      "The forms follow the GOV.UK Design System by the Government Digital Service (MIT licence), and the maps use Leaflet (BSD 2-clause). This is not a GOV.UK service.",
    licence: { words: "GOV.UK Frontend", url: "https://github.com/alphagov/govuk-frontend" },
  },
];

/** Everyone whose work may stand behind a page, whether or not it does today. */
export function Licences() {
  return (
    <>
      <h2 className="govuk-heading-l">Whose work this uses</h2>
      {sources.map(({ name, words, licence }) => (
        <section key={name}>
          <h3 className="govuk-heading-m">{name}</h3>
          <p>
            {words}{" "}
            <a className="govuk-link" href={licence.url}>
              {licence.words}
            </a>
          </p>
        </section>
      ))}
    </>
  );
}
