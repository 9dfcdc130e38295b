import { describe, expect, it } from 'vitest'
import { findCaseSigns } from '../../shared/case-words.ts'

describe('[C4] a text that looks like the story of one child', () => {
  it.each([
    ['Hij is geboren op 12-3-2014.', 'birth', 'geboren op 12-3-2014'],
    ['Geboortedatum: 4 mei 2012', 'birth', 'Geboortedatum: 4 mei 2012'],
    ['Ik ben de moeder van een jongen uit groep 6.', 'family', 'moeder van'],
    ['Onze dochter zit al een jaar thuis.', 'family', 'Onze dochter'],
    ['Daan heeft ADHD en zit thuis.', 'diagnosis', 'ADHD'],
    ['De school zegt dat Fatima autisme heeft.', 'diagnosis', 'autisme'],
  ])('is seen in "%s"', (text, sign, words) => {
    expect(findCaseSigns(text).map(({ from, to, ...rest }) => ({ ...rest, words: text.slice(from, to) }))).toEqual([
      { sign, words },
    ])
  })

  it.each([
    'Ouders van kinderen met autisme zoeken vaak zelf uit wie helpt.',
    'Kinderen met ADHD verdienen een plek dichtbij.',
    'In Dordrecht krijgen leerlingen met dyslexie extra hulp.',
    'De proef begint op 12-03-2027.',
    'Onderwijs is er ook voor leerlingen met een depressie.',
    '',
  ])('is not seen in "%s"', (text) => {
    expect(findCaseSigns(text)).toEqual([])
  })

  it('is told in the order of the text', () => {
    const text = 'Mijn zoon, geboren 1 mei 2015. Hij heet Sem en heeft epilepsie.'
    expect(findCaseSigns(text).map(({ sign }) => sign)).toEqual(['family', 'birth', 'diagnosis'])
  })
})
