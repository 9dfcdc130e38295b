import type { Range } from './bsn.ts'

/** Why a text looks like the story of one child: a day of birth, whose parent somebody is, a diagnosis beside a name. */
export type CaseSign = Range & { sign: 'birth' | 'family' | 'diagnosis' }

const birthWords = ['geboren', 'geb', 'geboortedatum', 'verjaardag', 'jarig']
const relatives = [
  ...['moeder', 'vader', 'mama', 'papa', 'zoon', 'dochter', 'zoontje', 'dochtertje', 'broer', 'broertje', 'zus'],
  ...[
    'zusje',
    'oma',
    'opa',
    'pleegmoeder',
    'pleegvader',
    'stiefmoeder',
    'stiefvader',
    'tante',
    'oom',
    'nichtje',
    'neefje',
  ],
]
/** "ouders van kinderen met …" is policy; these are somebody's own. */
const ownChildren = [
  'zoon',
  'zoontje',
  'dochter',
  'dochtertje',
  'kind',
  'kindje',
  'kleinkind',
  'kleinzoon',
  'kleindochter',
  'pleegkind',
]
const diagnoses = [
  ...[
    'adhd',
    'add',
    'autisme',
    'autistisch',
    'ass',
    'pdd-nos',
    'asperger',
    'odd',
    'ptss',
    'gilles de la tourette',
    'tourette',
  ],
  ...[
    'dyslexie',
    'dyscalculie',
    'dyspraxie',
    'tos',
    'taalontwikkelingsstoornis',
    'gedragsstoornis',
    'hechtingsstoornis',
  ],
  ...[
    'angststoornis',
    'dwangstoornis',
    'eetstoornis',
    'anorexia',
    'boulimia',
    'depressie',
    'depressief',
    'psychose',
    'borderline',
  ],
  ...[
    'suïcidaal',
    'verslaafd',
    'trauma',
    'epilepsie',
    'downsyndroom',
    'syndroom van down',
    'verstandelijke beperking',
    'lvb',
  ],
  ...['hoogbegaafd', 'hoogbegaafdheid', 'selectief mutisme', 'schizofrenie', 'diabetes', 'astma'],
]
/** After a capital these are no names of people. */
const places = [
  'gemeente',
  'regio',
  'in',
  'te',
  'uit',
  'stichting',
  'school',
  'college',
  'basisschool',
  'platform',
  'wet',
]
const nameVerbs = ['heeft', 'had', 'krijgt', 'kreeg', 'is', 'was', 'zit', 'zat', 'lijdt', 'kan', 'mag', 'moet', 'wil']
const pronouns = new Set(
  [
    'Hij',
    'Zij',
    'Ze',
    'Het',
    'Dit',
    'Dat',
    'Er',
    'Die',
    'Iedereen',
    'Niemand',
    'Wie',
    'Men',
    'U',
    'Wij',
    'We',
    'Ik',
    'Jij',
    'Je',
  ].concat([
    'Wat',
    'Zo',
    'Nu',
    'Hier',
    'Daar',
    'Dan',
    'Toch',
    'Ook',
    'Soms',
    'Vaak',
    'Onderwijs',
    'Hulp',
    'School',
    'Passend',
  ]),
)

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const day = String.raw`\d{1,2}(?:[-/. ]\d{1,2}[-/. ]|\s(?:${months})\s)(?:19|20)?\d{2}`
const birth = new RegExp(String.raw`(?<!\p{L})(?:${birthWords.join('|')})(?!\p{L})[^.!?\n]{0,24}?${day}(?!\d)`, 'giu')
const family = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${relatives.join('|')})\s+van(?!\p{L})|(?:mijn|onze|ons|zijn|haar)\s+(?:${ownChildren.join('|')})(?!\p{L}))`,
  'giu',
)
const diagnosis = new RegExp(String.raw`(?<!\p{L})(?:${diagnoses.join('|')})(?!\p{L})`, 'giu')
/** How far from a diagnosis a name still is beside it, within one sentence. */
const beside = 60

/**
 * What in a text looks like the story of one child (rule C4), in the order of the text. Only a gentle warning follows:
 * the board is about policy, and these words can be that as well.
 */
export function findCaseSigns(text: string): CaseSign[] {
  const found: CaseSign[] = [
    ...rangesOf(birth, text).map((range) => ({ ...range, sign: 'birth' as const })),
    ...rangesOf(family, text).map((range) => ({ ...range, sign: 'family' as const })),
    ...rangesOf(diagnosis, text)
      .filter((range) => hasNameBeside(text, range))
      .map((range) => ({ ...range, sign: 'diagnosis' as const })),
  ]
  return found.sort((one, other) => one.from - other.from)
}

function rangesOf(pattern: RegExp, text: string): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ from: index, to: index + length }))
}

function hasNameBeside(text: string, { from, to }: Range): boolean {
  const start = Math.max(0, from - beside, ...['.', '!', '?', '\n'].map((end) => text.lastIndexOf(end, from - 1) + 1))
  const rest = text.slice(to, to + beside)
  const end = to + (rest.search(/[.!?\n]/) + 1 || rest.length)
  const sentence = text.slice(start, end)
  return [...sentence.matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}+(?![\p{L}])/gu)].some(({ 0: word, index }) => {
    if (pronouns.has(word) || (start + index < to && start + index + word.length > from)) return false
    const before = sentence.slice(0, index).trimEnd()
    if (before === '') {
      // Every sentence begins with a capital: a name is followed by what somebody is or does.
      const [next = ''] = sentence
        .slice(index + word.length)
        .trimStart()
        .split(/\s/)
      return nameVerbs.includes(next)
    }
    const [last = ''] = before.split(/\s/).slice(-1)
    return !places.includes(last.toLowerCase())
  })
}
