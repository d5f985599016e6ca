/** The settings that a real force's installation cannot go without; none of what they name is ever asked. */
export const realForceSettings = {
  DEMO: "off",
  SESSION_SECRET: "a secret for tests, thirty-two characters long",
  PUBLIC_URL: "https://force.example",
  SMTP_URL: "smtp://mail.force.example",
  MAIL_FROM: "no-reply@force.example",
  OIDC_ISSUER: "https://login.force.example/realm",
  OIDC_CLIENT_ID: "safer-neighbourhoods",
  OIDC_CLIENT_SECRET: "a client's secret for tests",
} as const;
