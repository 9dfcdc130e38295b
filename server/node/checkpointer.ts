import { Worker } from 'node:worker_threads'

/** Checkpoints write-ahead logs in a thread of its own, one at a time for each file. */
export class Checkpointer {
  readonly #worker = new Worker(new URL('./checkpoint-thread.ts', import.meta.url))
  readonly #busy = new Set<string>()

  constructor() {
    this.#worker.unref()
    this.#worker.on('message', (file: string) => this.#busy.delete(file))
  }

  checkpoint(file: string): void {
    if (this.#busy.has(file)) return
    this.#busy.add(file)
    this.#worker.postMessage(file)
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
