/** The web address that somebody meant: `www.school.nl` gets its https. Undefined for anything that is no web address. */
export function webAddressFrom(text: string): string | undefined {
  const typed = text.trim()
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!/^https?:\/\/[^\s]+$/i.test(full) || !URL.canParse(full)) return undefined
  const { hostname } = new URL(full)
  return hostname.includes('.') || hostname === 'localhost' ? full : undefined
}
