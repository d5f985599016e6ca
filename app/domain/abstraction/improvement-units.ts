/** Units besides response that take officers from their neighbourhoods, as most forces call them. */
export const otherUnits = [
  "Custody",
  "Control room and contact centre",
  "Operations planning",
  "Criminal investigation",
  "Training",
  "Court and case work",
  "Duty planning",
] as const;
