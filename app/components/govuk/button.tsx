import type { ButtonHTMLAttributes } from "react";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> {
  /** "plain" looks like a link, for the second thing one can do. */
  look?: "primary" | "secondary" | "plain";
}

const classes = {
  primary: "govuk-button",
  secondary: "govuk-button govuk-button--secondary",
  plain: "sn-link-button",
};

export function Button({ look = "primary", type = "submit", ...attributes }: ButtonProps) {
  return <button {...attributes} type={type} className={classes[look]} />;
}
