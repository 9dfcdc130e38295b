import { WebSocket } from 'ws'

type Message = { id?: number; result?: unknown; method?: string; params?: { context?: { id: number } } }
type HeapUsage = { usedSize: number; embedderHeapUsedSize: number; backingStorageSize: number }

/** What workerd tells of the memory of the product's isolate, by the protocol of the browser's developer tools. */
export class Inspector {
  readonly #socket: WebSocket
  readonly #answers = new Map<number, (result: unknown) => void>()
  #asked = 0
  #context = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      const { id, result, method, params } = JSON.parse(data.toString()) as Message
      if (method === 'Runtime.executionContextCreated') this.#context = params?.context?.id ?? 0
      if (id !== undefined) this.#answers.get(id)?.(result)
    })
  }

  static async connect(port: number): Promise<Inspector> {
    // The name of the service in the configuration.
    const socket = new WebSocket(`ws://127.0.0.1:${port}/main`)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    const inspector = new Inspector(socket)
    await inspector.#ask('Runtime.enable')
    return inspector
  }

  /** The bytes in use, buffers included; with what nobody needs any more, or after that was collected. */
  async heap(when: 'as it is' | 'collected'): Promise<number> {
    if (when === 'collected') await this.#ask('Runtime.evaluate', { expression: 'gc()', contextId: this.#context })
    const used = (await this.#ask('Runtime.getHeapUsage')) as HeapUsage
    return used.usedSize + used.embedderHeapUsedSize + used.backingStorageSize
  }

  close(): void {
    this.#socket.terminate()
  }

  #ask(method: string, params?: object): Promise<unknown> {
    this.#asked += 1
    const id = this.#asked
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => this.#answers.set(id, resolve))
  }
}
