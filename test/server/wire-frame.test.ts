import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket as Client, type WebSocket, WebSocketServer } from 'ws'
import { wireFrameOf } from '../../server/node/wire-frame.ts'

describe('a message as it goes over the line', () => {
  it('reaches a client whole, whatever its length', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
    await once(server, 'listening')
    const client = new Client(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const [socket] = (await once(server, 'connection')) as [WebSocket & { _socket: NodeJS.WritableStream }]
    if (client.readyState !== client.OPEN) await once(client, 'open')
    for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 3_000_000]) {
      const frame = Uint8Array.from({ length }, (_, index) => index % 251)
      const received = once(client, 'message')
      socket._socket.write(wireFrameOf(frame))
      const [data, isBinary] = (await received) as [Buffer, boolean]
      expect(isBinary).toBe(true)
      expect(new Uint8Array(data)).toEqual(frame)
    }
    client.terminate()
    server.close()
  })
})
