/** Whether an address is on this machine only. */
export function isLocal(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

/**
 * Whether an Origin that a browser sends is the board's own. On this machine one and the same board has several names, and
 * a port that it listens on besides the one of its address.
 */
export function isOwnOrigin(origin: string, baseUrl: URL, listensOn?: number): boolean {
  if (origin === baseUrl.origin) return true
  if (!isLocal(baseUrl) || !URL.canParse(origin)) return false
  const { protocol, port } = new URL(origin)
  return protocol === 'http:' && isLocal(new URL(origin)) && [baseUrl.port, String(listensOn)].includes(port)
}

/**
 * The name of the session's cookie. Cookies ignore ports, so on one machine it carries the port: two boards there must not
 * sign each other's people out. Elsewhere the prefix makes browsers refuse a cookie that another host set.
 */
export function cookieName({ protocol, port }: URL): string {
  if (protocol === 'https:') return '__Host-ontwikkelagenda'
  return `ontwikkelagenda-${port || '80'}`
}
