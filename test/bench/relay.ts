import { WebSocketServer } from 'ws'

// What any server must at least do: pass every frame on to everyone else. No document, no gate, no disk.
const relay = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1', perMessageDeflate: false })
relay.on('connection', (socket) => {
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    for (const other of relay.clients)
      if (other !== socket && other.readyState === other.OPEN) other.send(data, { binary: isBinary })
  })
})
relay.on('listening', () => console.log('listening'))
