import {
  type Direction,
  type Duty,
  directions,
  duties,
  type ItemKind,
  itemKinds,
  type LegalBasis,
  legalBases,
  type Principle,
  type Priority,
  principles,
  priorities,
  type Reach,
  reaches,
  type Sector,
  type Status,
  sectors,
  statuses,
} from '../item.ts'
import { words as english } from '../messages/en/words.ts'
import { words as dutch } from '../messages/nl/words.ts'
import { plainWord } from './table.ts'

/** Which value a word stands for; by the words of the interface, our own names and what people write beside those. */
export type Vocabulary<Value> = ReadonlyMap<string, Value>

export const vocabulary: {
  duty: Vocabulary<Duty>
  kind: Vocabulary<ItemKind>
  status: Vocabulary<Status | 'agreed'>
  priority: Vocabulary<Priority | 'none'>
  sector: Vocabulary<Sector>
  reach: Vocabulary<Reach>
  legalBasis: Vocabulary<LegalBasis>
  principle: Vocabulary<Principle>
  direction: Vocabulary<Direction>
} = {
  duty: wordsFor(duties, 'duty', {
    municipality: ['gemeente', 'municipality', 'gem'],
    joint: ['gezamenlijk', 'beide', 'regio', 'ontwikkelagenda', 'samen: ontwikkelagenda', 'both', 'joint'],
    'school-boards': ['schoolbestuur', 'school board', 'swv', 'samenwerkingsverband', 'onderwijs', 'schools'],
  }),
  kind: wordsFor(itemKinds, 'kind', {
    'oogo-subject': ['oogo', 'onderwerp', 'onderwerp oogo', 'oogo-onderwerp'],
    'oogo-organisation': ['organisatie', 'organisatie oogo', 'proces'],
    'other-subject': ['anders', 'overig', 'other'],
  }),
  status: wordsFor([...statuses, 'agreed'], 'status', {
    proposed: ['voorstel', 'nieuw', 'open', 'new'],
    discussing: ['bespreken', 'in overleg', 'in discussion', 'discussion'],
    'in-progress': ['loopt', 'lopend', 'bezig', 'in behandeling', 'mee bezig', 'running'],
    done: ['gereed', 'afgerond', 'voltooid', 'afgehandeld', 'gedaan', 'finished', 'completed'],
    struck: ['vervallen', 'cancelled'],
    agreed: ['vastgesteld', 'akkoord', 'overeengekomen'],
  }),
  priority: wordsFor([...priorities, 'none'], 'priority', {
    high: ['h', '1', 'hoge prioriteit', 'urgent', 'must'],
    medium: ['m', '2', 'gemiddeld', 'middel', 'normaal', 'normal', 'should'],
    low: ['l', '3', 'lage prioriteit', 'could'],
    none: ['geen', '-', 'onbekend', 'n.v.t', 'nvt'],
  }),
  sector: wordsFor(sectors, 'sector', {
    preschool: ['voorschool', 'kinderopvang', 'vve', '0-4', 'early years'],
    primary: ['primair onderwijs', 'basisonderwijs', 'bao', 'primary education'],
    secondary: ['voortgezet onderwijs', 'secondary education'],
    special: ['so', 'vso', '(v)so', 'speciaal onderwijs', 'voortgezet speciaal onderwijs', 'special education'],
    vocational: ['middelbaar beroepsonderwijs', 'vocational education'],
    work: ['arbeid', 'arbeidsmarkt', 'labour'],
  }),
  reach: wordsFor(reaches, 'reach', {
    regional: ['regionaal', 'regional'],
    local: ['gemeentelijk'],
    both: ['beide', 'regionaal en lokaal', 'lokaal en regionaal', 'both'],
  }),
  legalBasis: wordsFor(legalBases, 'legalBasis', {
    jeugdwet: ['youth act'],
    'passend-onderwijs': ['passend onderwijs', 'wpo', 'fitting education act'],
    leerplichtwet: ['leerplicht', 'compulsory education act'],
    'wmo-2015': ['wmo', 'wet maatschappelijke ondersteuning', 'social support act'],
    participatiewet: ['p-wet', 'participation act'],
    wpg: ['public health act'],
    zvw: ['health insurance act'],
    wlz: ['long-term care act'],
    'wet-kinderopvang': ['wko', 'childcare act'],
    'wet-oke': ['oke', 'oke act'],
  }),
  principle: wordsFor(principles, 'principle', {}),
  direction: wordsFor(directions, 'direction', {
    down: ['omlaag', 'lager', 'daalt', 'minder', 'lower'],
    up: ['omhoog', 'hoger', 'stijgt', 'meer', 'higher'],
  }),
}

type Area = 'duty' | 'kind' | 'status' | 'priority' | 'sector' | 'reach' | 'legalBasis' | 'principle' | 'direction'

function wordsFor<Value extends string>(
  values: readonly Value[],
  area: Area,
  others: { [Key in Value]?: readonly string[] },
): Vocabulary<Value> {
  const found = new Map<string, Value>()
  for (const value of values) {
    const said = [dutch, english].map((words) => (words[area] as Record<string, string | undefined>)[value])
    for (const name of [value, ...said, ...(others[value] ?? [])]) {
      if (name !== undefined && !found.has(plainWord(name))) found.set(plainWord(name), value)
    }
  }
  return found
}
