import { describe, expect, it } from 'vitest'
import { findWords } from '../../shared/passage/find-quote.ts'

describe('[C6] where the words of a passage stand', () => {
  it('has the place with the likest surroundings first', () => {
    const text = 'Elke school kiest. Elke gemeente kiest. Elke ouder kiest.'
    const [best] = findWords(text, { quote: 'kiest', before: 'Elke gemeente ', after: '. Elke ouder' })
    expect(best?.from).toBe(text.indexOf('kiest', text.indexOf('gemeente')))
  })

  it('is looked for in so many places at most, whatever somebody sent as a quote', () => {
    expect(findWords('a'.repeat(5_000), { quote: 'a', before: '', after: '' })).toHaveLength(500)
  })
})
