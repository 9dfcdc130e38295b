import { Worker } from 'node:worker_threads'
import type { Log } from '../ports.ts'

/** Checkpoints write-ahead logs in a thread of its own, one at a time for each file. What fails is tried again later. */
export class Checkpointer {
  readonly #busy = new Set<string>()
  readonly #log: Log
  #thread: Worker | undefined

  constructor(log: Log) {
    this.#log = log
  }

  checkpoint(file: string): void {
    if (this.#busy.has(file)) return
    this.#busy.add(file)
    this.#thread ??= this.#start()
    this.#thread.postMessage(file)
  }

  async stop(): Promise<void> {
    await this.#thread?.terminate()
  }

  #start(): Worker {
    const thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url))
    thread.unref()
    thread.on('message', ({ file, failed }: { file: string; failed?: string }) => {
      this.#busy.delete(file)
      if (failed) this.#log('warn', 'checkpoint-failed', { cause: failed })
    })
    // The thread is gone; another one takes over at the next checkpoint.
    thread.on('error', (error) => {
      this.#log('error', 'checkpoint-thread-failed', { cause: error.message })
      this.#busy.clear()
      this.#thread = undefined
    })
    return thread
  }
}
