import { createUniqueId } from 'solid-js'
import type { AgendaId } from '../../../shared/ids.ts'
import { fetchExport } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createMaking } from '../export/create-making.ts'
import { MakingView } from '../export/making-view.tsx'

/** Makes a version into one file for the archive. Who leaves the page stops it. */
export function ArchivePackage(props: { agenda: AgendaId; version: number }) {
  const { t, language } = useLanguage()
  const heading = createUniqueId()
  const making = createMaking()
  const make = () => {
    // A second press while one is made changes nothing.
    if (making.isMaking()) return
    const choices = { version: props.version, language: language() }
    void making.make((watch) => fetchExport(props.agenda, 'zip', choices, watch))
  }
  return (
    <section class="oa-stack" aria-labelledby={heading}>
      <h2 id={heading}>{t('version.archive.heading')}</h2>
      <p>{t('version.archive.explain')}</p>
      <MakingView making={making}>
        <button type="button" class="oa-button" aria-disabled={making.isMaking() ? 'true' : undefined} onClick={make}>
          {t('version.archive.go')}
        </button>
      </MakingView>
    </section>
  )
}
