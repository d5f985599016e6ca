/** The confidentiality declaration of a joint tasking meeting: everybody who comes makes the same. */
export const declarationWords =
  "What I hear and read in this meeting I use for the purposes of my agency’s information-sharing agreement and no other. I pass it on to nobody who does not need it for that, and keep it as the agreement says.";
