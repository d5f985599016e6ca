/** What the lists of leaked passwords are made of, and the words that this service itself suggests. */
export const commonWords: readonly string[] = [
  ..."password passwort passwd passcode letmein welcome admin administrator login master secret changeme default guest".split(
    " ",
  ),
  ..."qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abcdefgh abcdefghijkl abcdef abcd abc".split(
    " ",
  ),
  ..."iloveyou monkey dragon sunshine princess football baseball superman batman shadow michael jordan charlie".split(
    " ",
  ),
  ..."summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february march april".split(
    " ",
  ),
  ..."june july august september october november december liverpool arsenal chelsea everton manchester united rangers celtic".split(
    " ",
  ),
  ..."derby county derbyshire police constabulary safer neighbourhood neighbourhoods neighborhood panel partner council team".split(
    " ",
  ),
  ..."correcthorsebatterystaple correct horse battery staple trustno trustnoone starwars pokemon computer internet samsung".split(
    " ",
  ),
  ..."hello test testing user love money whatever access flower cheese cookie pepper ginger killer soccer hunter buster".split(
    " ",
  ),
];
