import { Worker } from 'node:worker_threads'
import type { ExportOrder } from '../../shared/export/formats.ts'
import type { Log, RenderExport } from '../ports.ts'

/** So many may wait; who comes then is asked to come back. */
const mostWaiting = 20
/** The largest agendas take seconds; what takes longer than this does not end. */
const longest = 120_000

type Made = Awaited<ReturnType<RenderExport>>
type Waiting = {
  order: ExportOrder
  signal: AbortSignal
  resolve: (made: Made) => void
  reject: (error: Error) => void
}
type Answer = { bytes: Uint8Array<ArrayBuffer> } | { failed: string }

/** Makes files in a thread of its own, one at a time, so that whoever writes on the board does not notice. */
export class Exporter {
  readonly #waiting: Waiting[] = []
  readonly #log: Log
  #thread: Worker | undefined
  #busy: { job: Waiting; timer: NodeJS.Timeout } | undefined

  constructor(log: Log) {
    this.#log = log
  }

  readonly render: RenderExport = (order, signal) => {
    if (this.#waiting.length >= mostWaiting) return Promise.resolve('busy')
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order, signal, resolve, reject })
      this.#next()
    })
  }

  async stop(): Promise<void> {
    this.#end(new Error('the server stops'))
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the server stops'))
    await this.#thread?.terminate()
  }

  #next(): void {
    if (this.#busy) return
    const job = this.#waiting.shift()
    if (!job) return
    // Who asked for it went away.
    if (job.signal.aborted) {
      job.resolve('busy')
      return this.#next()
    }
    this.#thread ??= this.#start()
    const timer = setTimeout(() => this.#fail(new Error('an export took too long')), longest).unref()
    this.#busy = { job, timer }
    this.#thread.postMessage(job.order)
  }

  #start(): Worker {
    const thread = new Worker(new URL('./export-thread.ts', import.meta.url))
    thread.unref()
    thread.on('message', (answer: Answer) => this.#end('bytes' in answer ? answer.bytes : new Error(answer.failed)))
    thread.on('error', (error) => {
      if (thread === this.#thread) this.#fail(error)
    })
    return thread
  }

  /** The thread is lost with what it was making; another takes over for the next. */
  #fail(error: Error): void {
    this.#log('error', 'export-thread-failed', { cause: error.message })
    const thread = this.#thread
    this.#thread = undefined
    void thread?.terminate()
    this.#end(error)
  }

  #end(made: Made | Error): void {
    const busy = this.#busy
    this.#busy = undefined
    if (busy) {
      clearTimeout(busy.timer)
      if (made instanceof Error) busy.job.reject(made)
      else busy.job.resolve(made)
    }
    this.#next()
  }
}
