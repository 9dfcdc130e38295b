import { describe, expect, it } from 'vitest'
import { parseAddresses } from '../../web/pages/people/parse-addresses.ts'

describe('pasted addresses', () => {
  it('are read one a line', () => {
    expect(parseAddresses('els@edam.nl\r\n\r\n  Bas@Edam.nl \n')).toEqual({
      addresses: ['els@edam.nl', 'bas@edam.nl'],
      wrong: [],
    })
  })

  it('are read from a list as Outlook writes it, with names that hold a comma', () => {
    const pasted = 'Smit, Els <els@edam.nl>; "Kramer, Bas (Edam)" <bas@edam.nl>;\'mo@ouders.nl\'; <mailto:ria@edam.nl>'
    expect(parseAddresses(pasted)).toEqual({
      addresses: ['els@edam.nl', 'bas@edam.nl', 'mo@ouders.nl', 'ria@edam.nl'],
      wrong: [],
    })
  })

  it('are read where they stand on one line, divided by commas or spaces', () => {
    expect(parseAddresses('els@edam.nl, bas@edam.nl mo@ouders.nl.').addresses).toEqual([
      'els@edam.nl',
      'bas@edam.nl',
      'mo@ouders.nl',
    ])
  })

  it('count once, however often they were pasted', () => {
    expect(parseAddresses('els@edam.nl\nEls Smit <ELS@edam.nl>').addresses).toEqual(['els@edam.nl'])
  })

  it('that can be none are named as they were written', () => {
    expect(parseAddresses('els@edam\nElly Smit\nEls <els(at)edam.nl>; bas@edam.nl')).toEqual({
      addresses: ['bas@edam.nl'],
      wrong: ['els@edam', 'Elly Smit', 'els(at)edam.nl'],
    })
  })
})
