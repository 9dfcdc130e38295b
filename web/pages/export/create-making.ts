import './export-texts.ts'
import { createSignal, onCleanup } from 'solid-js'
import type { ExportProgress } from '../../../shared/export/stream.ts'
import type { Answer } from '../../live/api.ts'
import type { MadeFile } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'
import { whyNot } from '../why-not.ts'
import { saveFile } from './save-file.ts'

/** How far the file is that somebody asked for. */
export type MakingState =
  | { kind: 'choosing' }
  | { kind: 'making'; progress: ExportProgress | undefined }
  | { kind: 'said'; text: string }
  | { kind: 'failed'; why: string }

type Watch = { signal: AbortSignal; tell: (progress: ExportProgress) => void }
/** Has a file made; undefined when the signal ended it. */
type Ask = (watch: Watch) => Promise<Answer<MadeFile> | undefined>

/** One file at a time: asking for another, stopping, and going away all end the one that is being made. */
export function createMaking() {
  const { t } = useLanguage()
  const [state, setState] = createSignal<MakingState>({ kind: 'choosing' })
  let current: AbortController | undefined
  const stop = () => current?.abort()
  onCleanup(stop)
  const make = async (ask: Ask): Promise<void> => {
    stop()
    const controller = new AbortController()
    current = controller
    const tell = (progress: ExportProgress | undefined) => {
      if (current === controller) setState({ kind: 'making', progress })
    }
    tell(undefined)
    const answer = await ask({ signal: controller.signal, tell })
    // What was asked for instead says by itself how far it is.
    if (current !== controller) return
    if (!answer || controller.signal.aborted) return void setState({ kind: 'said', text: t('exports.stopped') })
    if (!answer.ok) return void setState({ kind: 'failed', why: whyNot(answer, t('exports.unreachable')) })
    saveFile(answer.value.blob, answer.value.name)
    setState({ kind: 'said', text: t('exports.done', answer.value.name) })
  }
  return { state, isMaking: () => state().kind === 'making', make, stop }
}
export type Making = ReturnType<typeof createMaking>
