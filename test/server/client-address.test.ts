import type { Context } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress, isAddressRange, isAtThisMachine } from '../../server/node/client-address.ts'

/** A request from a socket, with what it says of where it came from and where it goes. */
function from(remoteAddress: string, forwarded?: string, host = 'localhost:8787'): Context {
  return {
    env: { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } },
    req: {
      url: `http://${host}/`,
      header: (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined),
    },
    // Only what an address is read from.
  } as unknown as Context
}

describe('the address that a request comes from', () => {
  it('[S7] is that of its connection, whatever a header says', () => {
    expect(clientAddress([])(from('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7')
    expect(clientAddress([])(from('127.0.0.1', '198.51.100.1'))).toBe('127.0.0.1')
    expect(clientAddress([])(from('::ffff:203.0.113.7'))).toBe('203.0.113.7')
  })

  it('[S7] is what trusted proxies say, and nothing that was said before them', () => {
    const address = clientAddress(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'])
    expect(address(from('127.0.0.1', '203.0.113.7'))).toBe('203.0.113.7')
    expect(address(from('127.0.0.1', '1.2.3.4, 203.0.113.7, 10.1.2.3'))).toBe('203.0.113.7')
    expect(address(from('2001:db8::1', '203.0.113.7'))).toBe('203.0.113.7')
    expect(address(from('203.0.113.9', '203.0.113.7'))).toBe('203.0.113.9')
    expect(address(from('127.0.0.1', 'unknown'))).toBe('127.0.0.1')
    expect(address(from('127.0.0.1'))).toBe('127.0.0.1')
  })

  it('[S12] is this machine when nothing stands between, and the page is its own', () => {
    expect(
      ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map((address) => isAtThisMachine(from(address))),
    ).toEqual(Array(4).fill(true))
    expect(['10.0.0.1', '', '127.example'].map((address) => isAtThisMachine(from(address)))).toEqual(
      Array(3).fill(false),
    )
    expect(isAtThisMachine(from('127.0.0.1', '127.0.0.1'))).toBe(false)
    expect(isAtThisMachine(from('127.0.0.1', undefined, 'rebound.example'))).toBe(false)
    for (const name of ['forwarded', 'via', 'x-real-ip', 'x-forwarded-host']) {
      const through = from('127.0.0.1')
      Object.assign(through.req, { header: (asked: string) => (asked === name ? 'een proxy' : undefined) })
      expect(isAtThisMachine(through), name).toBe(false)
    }
  })

  it('can be set as an address or a range', () => {
    expect(['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32'].every(isAddressRange)).toBe(true)
    expect(['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0/8', '::/129', ''].some(isAddressRange)).toBe(false)
  })
})
