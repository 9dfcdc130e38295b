import { describe, expect, it } from 'vitest'
import { organisationKinds } from '../../shared/agenda.ts'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { words as english } from '../../shared/messages/en/words.ts'
import { words } from '../../shared/messages/nl/words.ts'
import { parseOrganisationsCsv } from '../../shared/organisations-csv.ts'

const id = asId<OrganisationId>('nieuw')
const parse = (text: string) => parseOrganisationsCsv(text, () => id).rows

describe('a file of organisations', () => {
  it('names them with Dutch columns, in any order', () => {
    expect(
      parse(
        'Soort;Naam;Korte naam;CBS-code;Website;Opmerking\r\nGemeente;Gemeente Dordrecht;Dordrecht;GM0505;https://dordrecht.nl;x',
      ),
    ).toEqual([
      {
        line: 2,
        organisation: {
          id,
          name: 'Gemeente Dordrecht',
          short: 'Dordrecht',
          kind: 'municipality',
          code: 'GM0505',
          website: 'https://dordrecht.nl',
        },
      },
    ])
  })

  it('names them with English columns and our own names for kinds', () => {
    expect(parse('name,short name,kind\n"Youth council, region",Youth,parent-organisation')).toEqual([
      { line: 2, organisation: { id, name: 'Youth council, region', short: 'Youth', kind: 'parent-organisation' } },
    ])
  })

  it.each(organisationKinds)('takes a %s by the words of the interface', (kind) => {
    expect(parse(`naam;soort\nIemand;"${words.organisation[kind]}"`)).toMatchObject([{ organisation: { kind } }])
    expect(parse(`naam;soort\nIemand;${kind}`)).toMatchObject([{ organisation: { kind } }])
    expect(english.organisation[kind]).not.toBe('')
  })

  it('needs no short name where the name is short enough', () => {
    expect(parse('naam;soort\nMbo Da Vinci;overig\nGemeente Hardinxveld-Giessendam;gemeente')).toEqual([
      { line: 2, organisation: { id, name: 'Mbo Da Vinci', short: 'Mbo Da Vinci', kind: 'other' } },
      { line: 3, mistakes: ['short'] },
    ])
  })

  it('has what is wrong named line by line', () => {
    const lines = [
      'naam;soort;code;website',
      ';gemeente',
      'Een;waterschap',
      'Twee;gemeente;met spatie;ftp://x',
      'Drie;gemeente;GM1',
      '  DRIE ;gemeente',
      'Vier;gemeente;gm1',
      'Vijf;gemeente;;;te veel',
      'Zes";gemeente',
      '',
      'Zeven;gemeente',
    ]
    expect(parse(lines.join('\n')).map((row) => ('mistakes' in row ? [row.line, ...row.mistakes] : row.line))).toEqual([
      [2, 'name'],
      [3, 'kind'],
      [4, 'code', 'website'],
      5,
      [6, 'twice'],
      [7, 'twice'],
      [8, 'columns'],
      [9, 'quotes'],
      11,
    ])
  })

  it('needs columns for name and kind', () => {
    expect(parse('Gemeente Dordrecht;gemeente')).toEqual([{ line: 1, mistakes: ['header'] }])
    expect(parse('naam\nGemeente Dordrecht')).toEqual([{ line: 1, mistakes: ['header'] }])
    expect(parse('')).toEqual([])
  })

  it('holds no more of them than one request takes', () => {
    const rows = parse(
      ['naam;soort', ...Array.from({ length: 501 }, (_, index) => `School ${index};schoolbestuur`)].join('\n'),
    )
    expect(rows.filter((row) => 'mistakes' in row)).toEqual([{ line: 502, mistakes: ['too-many'] }])
  })
})
