/** Given names for the fictional staff; internal, never published. */
export const givenNames: readonly string[] = `
Aaron Aisha Alex Amanda Amir Amy Andrew Anita Anna Ben Beth Callum Cara Charlotte Chris Claire Connor Daisy Dan David
Dawn Eleanor Emma Ewan Farah Fiona Gareth Gemma Grace Hannah Harpreet Harry Helen Imran Isla Jack Jade James Jas
Jenny Joanna Joe Karen Kate Kieran Kiran Laura Leah Lewis Liam Lucy Luke Maria Mark Megan Michael Mohammed Naomi Natalie
Nathan Neil Nicola Olivia Omar Owen Pawel Priya Rachel Rebecca Rhys Rob Rosie Ruth Ryan Sam Sarah Sean Shabana Simon
Sophie Steph Stephen Sunita Suresh Tara Theo Tom Tracey Vicky Will Yasmin Zoe
`
  .trim()
  .split(/\s+/);
