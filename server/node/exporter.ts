import { Worker } from 'node:worker_threads'
import type { AnyOrder } from '../../shared/export/formats.ts'
import type { ExportProgress } from '../../shared/export/stream.ts'
import type { Log, RenderExport } from '../ports.ts'
import type { ExportAnswer, ExportJob } from './export-thread.ts'

/** So many may wait; who comes then is asked to come back. */
const mostWaiting = 20
/** The largest agendas take seconds; what takes longer than this does not end. */
const longest = 120_000
/** Between two pieces of a file the thread sees that it is to stop. A piece that takes longer, in ms, goes with its thread. */
const stopsWithin = 1_000
/** What the thread may keep in memory, in MB: some four times what a PDF of 500 items takes. */
const mostMegabytes = 1_024

type Made = Awaited<ReturnType<RenderExport>>
type Waiting = {
  order: AnyOrder
  signal: AbortSignal
  tell: (progress: ExportProgress) => void
  resolve: (made: Made) => void
  reject: (error: Error) => void
}
type Busy = { job: Waiting; timer: NodeJS.Timeout; stop: () => void }

/** Makes files in a thread of its own, one at a time, so that whoever writes on the board does not notice. */
export class Exporter {
  readonly #waiting: Waiting[] = []
  readonly #log: Log
  readonly #megabytes: number
  #thread: Worker | undefined
  #busy: Busy | undefined

  constructor(log: Log, limits: { megabytes?: number } = {}) {
    this.#log = log
    this.#megabytes = limits.megabytes ?? mostMegabytes
  }

  readonly render: RenderExport = (order, signal, tell = () => {}) => {
    if (this.#waiting.length >= mostWaiting || signal.aborted) return Promise.resolve('busy')
    return new Promise((resolve, reject) => {
      const job = { order, signal, tell, resolve, reject }
      signal.addEventListener('abort', () => this.#leave(job), { once: true })
      this.#waiting.push(job)
      this.#next()
      if (this.#waiting.includes(job)) this.#tellPlaces()
    })
  }

  async stop(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the server stops'))
    this.#end(new Error('the server stops'))
    await this.#drop()
  }

  #next(): void {
    if (this.#busy) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#thread ??= this.#start()
    const stopped = new Int32Array(new SharedArrayBuffer(4))
    const timer = setTimeout(() => this.#fail('too-large', 'it took too long'), longest).unref()
    this.#busy = { job, timer, stop: () => Atomics.store(stopped, 0, 1) }
    this.#thread.postMessage({ order: job.order, stopped } satisfies ExportJob)
    job.tell({ stage: 'making', done: 0, of: 1 })
    this.#tellPlaces()
  }

  /** Who asked for it went away: what was not begun never is, and what was begun is stopped. */
  #leave(job: Waiting): void {
    const place = this.#waiting.indexOf(job)
    if (place >= 0) {
      this.#waiting.splice(place, 1)
      job.resolve('busy')
      return this.#tellPlaces()
    }
    const busy = this.#busy
    if (busy?.job !== job) return
    busy.stop()
    clearTimeout(busy.timer)
    busy.timer = setTimeout(() => {
      void this.#drop()
      this.#end('busy')
    }, stopsWithin).unref()
  }

  #tellPlaces(): void {
    for (const [index, { tell }] of this.#waiting.entries()) tell({ stage: 'waiting', before: index + 1 })
  }

  #start(): Worker {
    // A file that takes all the memory there is takes its thread with it, not the board.
    const resourceLimits = { maxOldGenerationSizeMb: this.#megabytes }
    const thread = new Worker(new URL('./export-thread.ts', import.meta.url), { resourceLimits })
    thread.unref()
    thread.on('message', (answer: ExportAnswer) => {
      if (thread === this.#thread) this.#hear(answer)
    })
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (thread !== this.#thread) return
      this.#fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : error, error.message)
    })
    return thread
  }

  #hear(answer: ExportAnswer): void {
    if ('done' in answer) this.#busy?.job.tell({ stage: 'making', ...answer })
    else if ('bytes' in answer) this.#end(answer.bytes)
    else if ('failed' in answer) this.#end(new Error(answer.failed))
    else this.#end('busy')
  }

  /** The thread is lost with what it was making; another takes over for the next. */
  #fail(made: 'too-large' | Error, cause: string): void {
    this.#log('error', 'export-thread-failed', { cause })
    void this.#drop()
    this.#end(made)
  }

  async #drop(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
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
