import type { Problem } from '../../shared/api.ts'
import { type ExportLine, type ExportProgress, exportStreamType, writeExportLine } from '../../shared/export/stream.ts'
import type { RenderExport } from '../ports.ts'

/** So long nothing is said at most, in ms: a proxy ends an answer that is silent for a minute. */
const sayAgainEvery = 15_000

const encoder = new TextEncoder()

type Made = Awaited<ReturnType<RenderExport>>
type Work = {
  make: (signal: AbortSignal, tell: (progress: ExportProgress) => void) => Promise<Made>
  name: string
  type: string
  /** How it is said that it came to nothing after all: it was too large, or something was thrown. */
  failed: (why: unknown) => Promise<Problem>
}

/**
 * Has a file made and answers with how far it is, and in the end the file; or with why it is not made here, which is known
 * at once. The client that ends its request ends the work too (rule X10).
 */
export async function answerAsStream(
  request: Request,
  { make, name, type, failed }: Work,
): Promise<Response | 'too-large' | 'busy'> {
  const gone = new AbortController()
  // Who left while the room was asked is heard of no more.
  if (request.signal.aborted) gone.abort()
  request.signal.addEventListener('abort', () => gone.abort(), { once: true })
  const channel = makeChannel(() => gone.abort())
  const begun = Promise.withResolvers<'begun'>()
  const made = make(gone.signal, (progress) => {
    channel.say(progress)
    begun.resolve('begun')
  })
  const first = await Promise.race([begun.promise, made])
  if (first === 'too-large' || first === 'busy') return first
  void made.then(
    async (file) => {
      if (file === 'too-large') channel.say({ stage: 'failed', problem: await failed(file) })
      // Nobody hears it who went away.
      if (typeof file === 'string') return channel.end()
      channel.say({ stage: 'file', name, type, size: file.length })
      channel.end(file)
    },
    async (error: unknown) => {
      channel.say({ stage: 'failed', problem: await failed(error) })
      channel.end()
    },
  )
  return new Response(channel.readable, {
    headers: {
      'content-type': exportStreamType,
      // A proxy that gathers an answer before it passes it on would keep the progress to itself.
      'x-accel-buffering': 'no',
    },
  })
}

/** Lines on their way to whoever reads them; what was said last is said again when there is no news. */
function makeChannel(left: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  let last: Uint8Array<ArrayBuffer> | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  const readable = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(begun) {
      controller = begun
    },
    cancel() {
      controller = undefined
      clearInterval(timer)
      left()
    },
  })
  return {
    readable,
    say(line: ExportLine) {
      last = encoder.encode(writeExportLine(line))
      timer ??= setInterval(() => last && controller?.enqueue(last), sayAgainEvery)
      controller?.enqueue(last)
    },
    end(bytes?: Uint8Array<ArrayBuffer>) {
      clearInterval(timer)
      if (bytes) controller?.enqueue(bytes)
      controller?.close()
      controller = undefined
    },
  }
}
