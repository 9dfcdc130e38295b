/**
 * Whether this can be one address of a person: what the schema in people.ts takes, without its library, which would weigh
 * on every page. The server's word counts.
 */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[\w+-]+(?:\.[\w+-]+)*@[\da-z]+(?:[.-][\da-z]+)*\.[a-z]{2,}$/i.test(text)
}
