import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BlockingProxy = { url: string; requests: () => readonly string[]; stop: () => Promise<void> }

/** A proxy as some municipal networks have it: it passes on plain requests, and answers every upgrade with 403. */
export async function startBlockingProxy(target: string): Promise<BlockingProxy> {
  const { hostname, port } = new URL(target)
  const requests: string[] = []
  const proxy = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`)
    const { method, url: path, headers } = incoming
    // Pages of this address are the board's own, as BASE_URL says where a real proxy stands in front.
    const own = headers.origin ? { ...headers, origin: target } : headers
    const onward = forward({ hostname, port, method, path, headers: own }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  proxy.on('upgrade', (incoming, socket) => {
    requests.push(`UPGRADE ${incoming.url}`)
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    requests: () => requests,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}
