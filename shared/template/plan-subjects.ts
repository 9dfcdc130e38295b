/** A subject of a plan or a duty, in both languages of the product. */
export type PlanSubject = { id: string; nl: string; en: string }

/** What each side answers for: the text beside the joint agenda in the three columns that every user knows. */
export type SideSubjects = {
  /** What it lays down in its own plan: the jeugdplan or the ondersteuningsplan. */
  plan: readonly PlanSubject[]
  /** What it must do besides. */
  further: readonly PlanSubject[]
}

export const planSubjects: Record<'municipality' | 'school-boards', SideSubjects> = {
  municipality: {
    plan: [
      { id: 'preventief-jeugdbeleid', nl: 'Preventief jeugdbeleid', en: 'Preventive youth policy' },
      { id: 'jeugdgezondheidszorg', nl: 'Jeugdgezondheidszorg', en: 'Youth health care' },
      { id: 'jeugdhulp', nl: 'Jeugdhulp', en: 'Youth help' },
      {
        id: 'bescherming-en-reclassering',
        nl: 'Toegang tot jeugdbescherming en jeugdreclassering',
        en: 'Access to child protection and youth probation',
      },
    ],
    further: [
      { id: 'leerplicht', nl: 'Leerplicht', en: 'Compulsory school attendance' },
      { id: 'onderwijshuisvesting', nl: 'Onderwijshuisvesting', en: 'School housing' },
      { id: 'leerlingenvervoer', nl: 'Leerlingenvervoer', en: 'Pupil transport' },
      { id: 'onderwijsachterstanden', nl: 'Onderwijsachterstanden', en: 'Educational disadvantage' },
      { id: 'arbeidsmarkt', nl: 'Aansluiting op de arbeidsmarkt', en: 'Link to the labour market' },
      { id: 'wmo', nl: 'Ondersteuning uit de Wmo', en: 'Support under the Social Support Act (Wmo)' },
    ],
  },
  'school-boards': {
    plan: [
      {
        id: 'dekkend-aanbod',
        nl: 'Dekkend aanbod van basisondersteuning en extra ondersteuning',
        en: 'Full coverage of basic and extra support',
      },
      {
        id: 'middelen',
        nl: 'Verdeling, besteding en toewijzing van middelen',
        en: 'Distribution, spending and allocation of means',
      },
      {
        id: 'toelaatbaarheid',
        nl: 'Procedure en criteria voor toelating tot het speciaal onderwijs',
        en: 'Procedure and criteria for admission to special education',
      },
      { id: 'plaatsing', nl: 'Plaatsing en terugplaatsing', en: 'Placement and return' },
      {
        id: 'resultaten',
        nl: 'Resultaten: wat is het doel en wat is bereikt',
        en: 'Results: what is intended and what was achieved',
      },
      { id: 'informatie-voor-ouders', nl: 'Informatie voor ouders', en: 'Information for parents' },
    ],
    further: [],
  },
}
