import { describe, expect, it } from 'vitest'
import type { Day } from '../../../shared/date.ts'
import { asId, type OrganisationId, type PersonId, type PlanId, type ThemeId } from '../../../shared/ids.ts'
import { chooseColumns } from '../../../shared/import/fields.ts'
import type { ImportPlan } from '../../../shared/import/imported-item.ts'
import type { ImportContext } from '../../../shared/import/known-names.ts'
import { type ImportDefaults, readTables } from '../../../shared/import/read-tables.ts'
import { textToTable } from '../../../shared/import/table.ts'

const dordrecht = asId<OrganisationId>('dordrecht')
const alliance = asId<OrganisationId>('swv')
const parents = asId<OrganisationId>('ouders')
const advisor = asId<PersonId>('adviseur')
const transport = asId<ThemeId>('vervoer')
const plan = asId<PlanId>('jeugdplan')

const context: ImportContext = {
  organisations: [
    { id: dordrecht, name: 'Gemeente Dordrecht', short: 'Dordrecht', kind: 'municipality' },
    { id: alliance, name: 'SWV Passend onderwijs, regio Zuid', short: 'SWV Zuid', kind: 'alliance' },
    { id: parents, name: 'Ouderplatform', short: 'Ouders', kind: 'parent-organisation' },
  ],
  members: [{ person: advisor, name: 'Beleidsadviseur, gemeente Dordrecht', organisation: dordrecht }],
  plans: [{ id: plan, name: 'Jeugdplan Dordrecht' }],
  themes: [{ id: transport, name: 'Leerlingenvervoer', rank: 'a0', hidden: false }],
  titles: ['Dit staat er al'],
  today: '2027-01-15' as Day,
}
const defaults: ImportDefaults = { duty: 'joint', themes: new Map() }

function read(text: string, choices: Partial<ImportDefaults> = {}): ImportPlan {
  return readTables([chooseColumns(textToTable(text))], context, { ...defaults, ...choices })
}

function only(text: string) {
  const { lines } = read(text)
  expect(lines.map(({ problems }) => problems)).toEqual([[]])
  return { item: lines[0]?.item, warnings: lines[0]?.warnings }
}

describe('a table of items', () => {
  it('[I1] finds its columns by Dutch and English words, also below a title of its own', () => {
    const { lines } = read('Actielijst 2026;;\n;;\nNr.;Onderwerp;Lead\n1;Vervoer;Dordrecht\n')
    expect(lines).toMatchObject([{ line: 4, item: { title: 'Vervoer', owner: { organisation: dordrecht } } }])
  })

  it('[I1] without names of columns takes the first column with words for the title', () => {
    expect(read('1\tVervoer naar school\n2\tHuisvesting').lines.map(({ title }) => title)).toEqual([
      'Vervoer naar school',
      'Huisvesting',
    ])
  })

  it('[I1] reads with semicolons, commas and tabs, a byte order mark, and line ends within quotes', () => {
    for (const delimiter of [';', ',', '\t']) {
      const { item } = only(`\uFEFFtitel${delimiter}tekst\r\n"Van, naar; ""toen"""${delimiter}"een\r\ntwee"\r\n`)
      expect(item?.title).toBe('Van, naar; "toen"')
      expect(item?.body).toHaveLength(2)
    }
  })

  it('[I2] knows organisations by name and short name, persons by name, and the values by their words', () => {
    const { item, warnings } = only(
      [
        'Titel;Thema;Verantwoordelijk;Soort;Status;Prioriteit;Trekker;Trekker: persoon;Betrokken;Sectoren;Overgang;Bereik;Wet;Plannen',
        'Vervoer;leerlingenvervoer;GEMEENTEN;Ander onderwerp;in uitvoering;hoog;dordrecht;Beleidsadviseur, gemeente Dordrecht;SWV Passend onderwijs, regio Zuid, Ouders;po, so/vso;van po naar vo;Regio en lokaal;Jeugdwet, Wmo;Jeugdplan Dordrecht',
      ].join('\n'),
    )
    expect(warnings).toEqual([])
    expect(item).toMatchObject({
      theme: { id: transport },
      duty: 'municipality',
      kind: 'other-subject',
      status: 'in-progress',
      priority: 'high',
      owner: { organisation: dordrecht, person: advisor },
      involved: [alliance, parents],
      sectors: ['primary', 'special'],
      transition: { from: 'primary', to: 'secondary' },
      reach: 'both',
      legalBasis: ['jeugdwet', 'wmo-2015'],
      plans: [plan],
    })
  })

  it('[I2] leaves out what it does not know of people, plans and lists, and says so; an unknown choice is wrong', () => {
    const { lines } = read(
      'titel;trekker;betrokken;plannen;status\nEen;Gemeente Nergens;Ouders, Wie dan ook;Ander plan;\nTwee;;;;misschien',
    )
    expect(lines[0]?.item).toMatchObject({ owner: {}, involved: [parents], plans: [] })
    expect(lines[0]?.warnings.map(({ reason, value }) => `${reason} ${value}`)).toEqual([
      'unknown-organisation Gemeente Nergens',
      'unknown-organisation Wie dan ook',
      'unknown-plan Ander plan',
    ])
    expect(lines[1]).toMatchObject({
      item: undefined,
      problems: [{ line: 3, column: 'status', reason: 'unknown-choice', value: 'misschien' }],
    })
  })

  it('[I2] says which line is wrong, in which column and why, and takes in the others', () => {
    const { lines } = read(
      'titel;deadlines;toelichting\nGoed;1-9-2027;\n;1-9-2027;wel tekst\nFout;31-02-2027;\nBsn;;nummer 123456782\nGeval;;zijn zoon zit thuis\n',
    )
    expect(lines.map(({ line, item, problems }) => [line, item !== undefined, problems[0]?.reason])).toEqual([
      [2, true, undefined],
      [3, false, 'no-title'],
      [4, false, 'not-a-day'],
      [5, false, 'bsn'],
      [6, true, undefined],
    ])
    expect(lines[4]?.warnings).toMatchObject([{ column: 'toelichting', reason: 'case' }])
    expect(JSON.stringify(lines[3])).not.toContain('123456782')
  })

  it('[I2] repeats a citizen service number nowhere, wherever it stands', () => {
    const plan = read('titel;trekker;status;deadlines\n123456782;123456782;123456782;123456782 31-02-2027')
    expect(plan.lines).toMatchObject([{ item: undefined, title: '…' }])
    expect(JSON.stringify(plan)).not.toContain('123456782')
  })

  it('[I2] warns of a title that comes twice, stands on the agenda already or is very long', () => {
    const { lines } = read(`titel\nEen\nEEN \nDit staat er al\n${'x'.repeat(300)}\n${'x'.repeat(10_001)}`)
    expect(lines.map(({ warnings }) => warnings.map(({ reason }) => reason))).toEqual([
      [],
      ['twice'],
      ['already-there'],
      ['long-title'],
      [],
    ])
    expect(lines[4]?.problems).toMatchObject([{ reason: 'too-long' }])
  })

  it('[I3] has an unknown theme made, changed into another or left out, as was chosen', () => {
    const table = 'titel;thema\nEen;Nieuw thema\nTwee;nieuw  THEMA\nDrie;Leerlingenvervoer\nVier;'
    const themesOf = (choices: ImportDefaults['themes']) =>
      read(table, { themes: choices }).lines.map(({ item }) => item?.theme)
    expect(read(table).unknownThemes).toEqual(['Nieuw thema'])
    expect(themesOf(new Map())).toEqual([undefined, undefined, { id: transport }, undefined])
    const made = { name: 'Nieuw thema' }
    expect(themesOf(new Map([['nieuw thema', { make: true }]]))).toEqual([made, made, { id: transport }, undefined])
    expect(themesOf(new Map([['nieuw thema', { id: transport }]]))[1]).toEqual({ id: transport })
  })

  it('[I4] takes agreements from one cell, each on a line, and from rows that follow their item', () => {
    const inCell = only(
      'titel;afspraken\nEen;"• Routes bekijken (Dordrecht, 1 september 2027)\n• Verslag (in het net)"',
    )
    expect(inCell.item?.agreements).toEqual([
      { text: 'Routes bekijken', organisation: dordrecht, due: '2027-09-01' },
      { text: 'Verslag (in het net)' },
    ])
    const { lines } = read(
      'titel;afspraak;wie;klaar voor\nEen;Routes bekijken;Dordrecht;46266\n;Verslag maken;Ouders;1/10/27\nTwee;;;\n',
    )
    expect(lines.map(({ item }) => item?.agreements)).toEqual([
      [
        { text: 'Routes bekijken', organisation: dordrecht, due: '2026-09-01' },
        { text: 'Verslag maken', organisation: parents, due: '2027-10-01' },
      ],
      [],
    ])
  })

  it('[I4] knows yes and no where a day could stand: of an agreement that it is done, and never as a name', () => {
    const reasons = (plan: ImportPlan) => plan.lines.map(({ warnings }) => warnings.map(({ reason }) => reason))
    const sheet = read('titel;afspraak;klaar voor;gereed\nEen;Bellen;1-9-2027;ja\nTwee;Schrijven;1-10-2027;Nee\n')
    expect(sheet.lines.map(({ item }) => item?.agreements)).toEqual([
      [{ text: 'Bellen', due: '2027-09-01', done: '2027-01-15' }],
      [{ text: 'Schrijven', due: '2027-10-01' }],
    ])
    expect(reasons(sheet)).toEqual([['done-today'], []])
    const days = read('titel;afspraak;klaar op;gereed\nEen;Bellen;ja;1-9-2027\nTwee;Lezen;nee;ja\nDrie;;nee;nee\n')
    expect(days.lines.map(({ item }) => item?.agreements)).toEqual([
      [{ text: 'Bellen', due: '2027-09-01', done: '2027-01-15' }],
      [{ text: 'Lezen' }],
      [],
    ])
    expect(reasons(days)).toEqual([['done-today'], ['yes-without-day'], []])
    for (const name of ['Gereed', 'Klaar', 'Deadline']) {
      const items = read(`titel;${name}\nEen;ja\nTwee;nee\nDrie;1-9-2027\n`)
      expect(items.lines.map(({ item }) => item?.deadlines)).toEqual([[], [], [{ name: '', date: '2027-09-01' }]])
      expect(reasons(items)).toEqual([['yes-without-day'], [], []])
    }
  })

  it('[I4] leaves out an item whole when one of the rows that follow it is wrong', () => {
    const { lines } = read('titel;afspraak;klaar voor\nEen;Goed;1-9-2027\n;Fout;morgen\n')
    expect(lines).toMatchObject([{ item: undefined, problems: [{ line: 3, reason: 'not-a-day', value: 'morgen' }] }])
  })

  it('[I5] keeps a masked value masked, and masks 1 to 4 without telling which it was', () => {
    const { lines } = read(
      'titel;indicator;beginwaarde;doel;waarde;gemeten op\nEen;Thuiszitters;1.250,5;< 5;3;2026-01-31\n;Thuiszitters;;;12,5;2026-06-30\n',
    )
    expect(lines[0]?.item?.indicators).toMatchObject([
      {
        baseline: 1250.5,
        target: 'masked',
        measurements: [
          { date: '2026-01-31', value: 'masked' },
          { date: '2026-06-30', value: 12.5 },
        ],
      },
    ])
    expect(lines[0]?.warnings).toEqual([{ line: 2, column: 'waarde', reason: 'masked', value: '' }])
  })

  it('[I1] takes in what a spreadsheet could take for a formula as the text it is', () => {
    const { lines } = read("titel\n'=1+1\n=1+1\n's-Hertogenbosch doet mee\n")
    expect(lines.map(({ title }) => title)).toEqual(['=1+1', '=1+1', "'s-Hertogenbosch doet mee"])
  })

  it('[I1] puts several columns of text under the names of those columns', () => {
    const { item } = only('titel;aanleiding;ambitie\nEen;Zo is het;- beter\n')
    expect(item?.body.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'heading', 'bullet_list'])
  })

  it('reads 300 rows, and the most there may be, in a blink', () => {
    const rows = Array.from({ length: 2500 }, (_, n) => `Punt ${n};Dordrecht, Ouders;"${'tekst '.repeat(50)}";1-9-2027`)
    const start = performance.now()
    const { lines } = read(['titel;betrokken;tekst;deadline', ...rows].join('\n'))
    expect(performance.now() - start).toBeLessThan(5000)
    expect(lines.filter(({ item }) => item)).toHaveLength(2000)
    expect(lines[2000]?.problems).toMatchObject([{ reason: 'too-many' }])
  })
})
