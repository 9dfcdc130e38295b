/** A value that JSON can hold. What is undefined in an object is not there. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON by RFC 8785: one text for one value, whoever writes it and in whatever language. Keys in the order of their UTF-16
 * units, numbers and strings as ECMAScript writes them, no white space. Throws on what I-JSON does not know: numbers that
 * are not finite, and halves of characters.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a number of JSON')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.keys(value)
    // Comparing strings compares their UTF-16 units, as the RFC does.
    .sort((one, other) => (one < other ? -1 : 1))
    .flatMap((key) => {
      const inner = value[key]
      return inner === undefined ? [] : `${quoted(key)}:${canonical(inner)}`
    })
  return `{${members.join(',')}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half of a character')
  return JSON.stringify(text)
}
