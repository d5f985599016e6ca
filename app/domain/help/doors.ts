/** A way to get help from somebody else than us. */
export interface Door {
  name: string;
  /** As people read it aloud; null where there is only a page. */
  telephone: string | null;
  /** Null where no address was read. */
  website: string | null;
  /** When to use it. */
  when: string;
  /** The page where the number or the address was read. */
  seenAt: string;
}

/** Every number and address of the help pages that is the same for all forces of England and Wales. */
export const doors = {
  emergency: {
    name: "Emergency",
    telephone: "999",
    website: null,
    when: "Call 999 if a crime is happening now, somebody is hurt or in danger, or a suspect is close by.",
    seenAt: "http://content.met.police.uk/Article/Emergency-contact-number/1400011553427/reportingcrime",
  },
  emergencyRelay: {
    name: "Relay UK, in an emergency",
    telephone: "18000",
    website: null,
    when: "Use the Relay UK app or a textphone.",
    seenAt:
      "https://www.met.police.uk/advice/advice-and-information/missing-person/missing-persons/what-to-do-when-someone-goes-missing/",
  },
  police: {
    name: "The police",
    telephone: "101",
    website: null,
    when: "Call 101, at any hour, to report something that has already happened, to give information or to speak to the police about anything else.",
    seenAt: "https://southwarkcarers.org.uk/reporting-non-emergency-crimes-using-101/",
  },
  policeRelay: {
    name: "The police, by Relay UK",
    telephone: "18001 101",
    website: null,
    when: "Use the Relay UK app or a textphone.",
    seenAt: "http://www.wiltshire.police.uk/index.php/contactus/3246",
  },
  domesticAbuse: {
    name: "National Domestic Abuse Helpline",
    telephone: "0808 2000 247",
    website: null,
    when: "Free, at any hour. Run for women by Refuge; also if you are worried about somebody else.",
    seenAt: "https://www.refuge.org.uk/category/news/",
  },
  mensAdvice: {
    name: "Men’s Advice Line",
    telephone: "0808 801 0327",
    website: null,
    when: "For men who are being abused.",
    seenAt: "https://www.teignbridge.gov.uk/housing/advice-guides/domestic-abuse/what-is-domestic-abuse/",
  },
  galop: {
    name: "Galop",
    telephone: "0800 999 5428",
    website: null,
    when: "For lesbian, gay, bisexual and trans people who are being abused.",
    seenAt: "https://www.teignbridge.gov.uk/housing/advice-guides/domestic-abuse/what-is-domestic-abuse/",
  },
  samaritans: {
    name: "Samaritans",
    telephone: "116 123",
    website: null,
    when: "Talk to somebody who listens. Free from any telephone, even without credit.",
    seenAt: "https://www.samaritans.org/how-we-can-help/contact-samaritan/",
  },
  urgentMentalHealth: {
    name: "NHS 111",
    telephone: "111",
    website: null,
    when: "Choose the mental health option if you, or somebody you know, need help urgently. At any hour, at any age.",
    seenAt: "https://www.norwoodmc.co.uk/2024/08/14/nhs-111-option-2-for-crisis-mental-health-support/",
  },
  nspcc: {
    name: "NSPCC Helpline",
    telephone: "0808 800 5000",
    website: null,
    when: "If you are worried about a child. Free, and you do not have to say who you are.",
    seenAt: "https://safeguardingtool.nspcc.org.uk/what-you-can-do/report-abuse/",
  },
  childline: {
    name: "Childline",
    telephone: "0800 1111",
    website: null,
    when: "If you are under 19, about anything. Free, and it does not show on the bill.",
    seenAt: "https://www.norwoodmc.co.uk/2024/08/14/nhs-111-option-2-for-crisis-mental-health-support/",
  },
  missingPeople: {
    name: "Missing People",
    telephone: "116 000",
    website: null,
    when: "A charity, for those who are missing and those who miss them. In confidence.",
    seenAt: "https://www.uksn.org.uk/crisis-centre/missing-person",
  },
  hateCrime: {
    name: "True Vision",
    telephone: null,
    website: "https://www.report-it.org.uk/",
    when: "The police’s own website about hate crime, with a form to report it.",
    seenAt: "http://standuptohate.blogspot.si/2011/02/police-launch-new-hate-crime-website-uk.html",
  },
  fraud: {
    name: "Report Fraud",
    telephone: "0300 123 2040",
    website: "https://www.reportfraud.police.uk/",
    when: "For fraud and cyber crime. It took the place of Action Fraud. Monday to Friday, 8am to 8pm; the form is always open.",
    seenAt: "https://www.metengage.co.uk/Alerts/A/367666/",
  },
  crimestoppers: {
    name: "Crimestoppers",
    telephone: "0800 555 111",
    website: "https://crimestoppers-uk.org/",
    when: "An independent charity. You do not have to say who you are, and your call is not traced.",
    seenAt: "https://crimestoppers-uk.org/about-the-charity/who-we-are/our-people/our-contact-centre",
  },
  policeComplaints: {
    name: "Independent Office for Police Conduct",
    telephone: null,
    website: "https://policeconduct.gov.uk/complaints/submit-a-complaint",
    when: "Its form goes straight to the force that you complain about.",
    seenAt: "https://policeconduct.gov.uk/complaints/submit-a-complaint",
  },
  informationRights: {
    name: "Information Commissioner’s Office",
    telephone: "0303 123 1113",
    website: "https://ico.org.uk/make-a-complaint/data-protection-complaints/data-protection-complaints/",
    when: "If you are unhappy with how your personal information is used.",
    seenAt: "https://ico.org.uk/make-a-complaint/data-protection-complaints/data-protection-complaints/",
  },
} as const satisfies Readonly<Record<string, Door>>;
