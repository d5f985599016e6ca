/**
 * What a spreadsheet counts the votes of a candidate with, in the published ballots: the lines in which its number
 * stands, and not that of another which only begins or ends alike. Excel, LibreOffice and Google Sheets know it.
 */
export const votesFormula = (number: number, ballots: number): string =>
  `=SUMPRODUCT(--ISNUMBER(SEARCH(" ${number} "," "&A2:A${ballots + 1}&" ")))`;
