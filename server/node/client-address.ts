import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isLocal } from '../origin.ts'

/** Whether a text can be one of TRUSTED_PROXIES: an address, or a range like 10.0.0.0/8. */
export function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/**
 * The network address of whoever asks. What `X-Forwarded-For` says counts only as far as trusted proxies wrote it: anyone
 * can send that header.
 */
export function clientAddress(trustedProxies: readonly string[]): (c: Context) => string {
  const trusted = new BlockList()
  for (const range of trustedProxies) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(bits), family)
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (c) => {
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => plain(address.trim()))
    let address = remoteAddress(c)
    // From the nearest backwards: the first that is not a proxy of ours is who asks.
    for (const before of forwarded.reverse()) {
      if (isIP(before) === 0 || !isTrusted(address)) break
      address = before
    }
    return address
  }
}

/** What proxies add, each of them another; a browser sends none of it. */
const signsOfProxies = ['x-forwarded-for', 'forwarded', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Whether whoever asks sits at this machine: nothing stands between, and the page is this machine's own. A proxy here may
 * speak for anyone, and a website elsewhere can give its own name the address of this machine.
 */
export function isAtThisMachine(c: Context): boolean {
  const isForwarded = signsOfProxies.some((name) => c.req.header(name) !== undefined)
  return !isForwarded && isLocal(new URL(c.req.url)) && isLoopback(remoteAddress(c))
}

function remoteAddress(c: Context): string {
  return plain(getConnInfo(c).remote.address ?? '')
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

/** A socket that listens on both families gives IPv4 addresses in the dress of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
