import { isEmail } from '../../../shared/email.ts'

export type ParsedAddresses = {
  /** Each address once, in lower case, in the order in which they were given. */
  addresses: string[]
  /** What can be no address, as it was written. */
  wrong: string[]
}

/**
 * Reads what people paste: one address a line, or a list as mail programs write it ("Naam <a@b.nl>; 'c@d.nl'"). A comma
 * within a name ("Jansen, Piet <p@b.nl>") divides nothing: what stands before an address in angle brackets is its name.
 */
export function parseAddresses(text: string): ParsedAddresses {
  const addresses = new Set<string>()
  const wrong: string[] = []
  const take = (written: string) => {
    const bare = written.replace(/^[\s'"<(]+|[\s'">),.]+$/g, '').replace(/^mailto:/i, '')
    if (!bare) return
    if (isEmail(bare)) addresses.add(bare.toLowerCase())
    else wrong.push(written.trim())
  }
  for (const part of text.split(/[\n\r;\t]+/)) {
    const bracketed = [...part.matchAll(/<([^<>]*)>/g)]
    if (bracketed.length > 0) for (const [, inside = ''] of bracketed) take(inside)
    // A line may hold several bare addresses; whatever has no @ at all is one mistake, not one for each of its words.
    else if (part.includes('@')) for (const word of part.split(/[\s,]+/)) take(word)
    else take(part)
  }
  return { addresses: [...addresses], wrong }
}
