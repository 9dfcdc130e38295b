import type { Socket as TcpSocket } from 'node:net'
import type { WebSocket } from 'ws'
import { closeCodes, ping, pong } from '../../shared/wire.ts'
import type { Log, Socket } from '../ports.ts'
import type { Arrival, Room } from '../rooms/room.ts'
import { wireFrameOf } from './wire-frame.ts'

/** Joins a WebSocket to a room: the room is entered by plain calls, and an error in it ends this connection only. */
export function joinRoom(webSocket: WebSocket, room: Room, arrival: Arrival, log: Log): void {
  const socket = socketOf(webSocket)
  webSocket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) {
      if (data.toString() !== ping) socket.close('refused')
      else if (room.mayAnswer(socket)) webSocket.send(pong)
      return
    }
    try {
      room.message(socket, data)
    } catch (error) {
      // Even starting over from the log failed. The room takes in nothing any more; the process and the others go on.
      log('error', 'room-failed', { agenda: room.agenda, cause: error instanceof Error ? (error.stack ?? '') : '' })
      socket.close('restart')
    }
  })
  webSocket.on('ping', (data: Buffer) => {
    if (room.mayAnswer(socket)) webSocket.pong(data)
  })
  webSocket.on('close', () => {
    try {
      room.closed(socket)
    } catch (error) {
      log('error', 'room-failed', { agenda: room.agenda, cause: error instanceof Error ? (error.stack ?? '') : '' })
    }
  })
  // ws closes by itself on a broken frame or a cut line; without a listener the error would end the process.
  webSocket.on('error', (error) => log('info', 'connection-error', { agenda: room.agenda, cause: error.name }))
  room.connect(socket, arrival)
}

function socketOf(webSocket: WebSocket): Socket {
  return {
    send(frames) {
      if (webSocket.readyState !== webSocket.OPEN) return
      // ws frames each message anew for every socket and writes it by itself. Written to the stream beneath, which has no
      // public name there, it is framed once and all of a turn goes in one write. Without compression ws never holds
      // anything back of its own, so that the order stays.
      const { _socket: stream } = webSocket as WebSocket & { _socket?: TcpSocket }
      if (!stream) return
      if (frames.length > 1) stream.cork()
      for (const frame of frames) stream.write(wireFrameOf(frame))
      if (frames.length > 1) stream.uncork()
    },
    close(reason) {
      // Who does not read would not read a goodbye either, and what waits for it would stay in memory.
      if (reason === 'slow') webSocket.terminate()
      else webSocket.close(closeCodes[reason])
    },
    unsent: () => webSocket.bufferedAmount,
  }
}
