import { createSignal, createUniqueId, onCleanup } from 'solid-js'
import type { AgendaId } from '../../../shared/ids.ts'
import { fetchExport } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { saveFile } from '../export/save-file.ts'
import { whyNot } from '../why-not.ts'

/** Makes a version into one file for the archive. Who leaves the page stops it. */
export function ArchivePackage(props: { agenda: AgendaId; version: number }) {
  const { t, language } = useLanguage()
  const heading = createUniqueId()
  const [said, setSaid] = createSignal('')
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const controller = new AbortController()
  onCleanup(() => controller.abort())

  const make = async () => {
    // A second press while one is made changes nothing.
    if (busy()) return
    setBusy(true)
    setFailed('')
    setSaid(t('version.archive.making'))
    const choices = { version: props.version, language: language() }
    const answer = await fetchExport(props.agenda, 'zip', choices, {
      signal: controller.signal,
      tell: (progress) =>
        setSaid(
          progress.stage === 'waiting' ? t('version.archive.waiting', progress.before) : t('version.archive.making'),
        ),
    })
    setBusy(false)
    if (!answer) return
    setSaid(answer.ok ? t('version.archive.done', answer.value.name) : '')
    if (answer.ok) saveFile(answer.value.blob, answer.value.name)
    else setFailed(whyNot(answer, t('version.archive.unreachable')))
  }
  return (
    <section class="oa-stack" aria-labelledby={heading}>
      <h2 id={heading}>{t('version.archive.heading')}</h2>
      <p>{t('version.archive.explain')}</p>
      <p class="oa-row">
        <button type="button" class="oa-button" aria-disabled={busy() ? 'true' : undefined} onClick={() => void make()}>
          {t('version.archive.go')}
        </button>
      </p>
      <p role="status">{said()}</p>
      <FieldError text={failed()} />
    </section>
  )
}
