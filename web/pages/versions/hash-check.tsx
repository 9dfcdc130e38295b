import { createSignal, createUniqueId, Show } from 'solid-js'
import type { AgendaId } from '../../../shared/ids.ts'
import { itemHash } from '../../../shared/version/content.ts'
import { type Version, versionHash } from '../../../shared/version/version.ts'
import { useLanguage } from '../../ui/language.tsx'

/** The hash of a version, and a button that computes it anew from what is on this page (rule V4). */
export function HashCheck(props: { agenda: AgendaId; version: Version }) {
  const { t } = useLanguage()
  const heading = createUniqueId()
  const [isRight, setRight] = createSignal<boolean>()
  const check = () => {
    const { metadata, items, positions, hash } = props.version
    const computed = items.map(({ item, salt, content }) => ({ item, hash: itemHash(salt, content) }))
    setRight(versionHash(metadata, computed, positions) === hash)
  }
  return (
    <section class="oa-stack oa-version__check" aria-labelledby={heading}>
      <h2 id={heading}>{t('version.hash.heading')}</h2>
      <p>{t('version.hash.explain')}</p>
      <dl class="oa-version__facts">
        <dt>{t('version.hash.label')}</dt>
        <dd>
          <code>{props.version.hash}</code>
        </dd>
      </dl>
      <p class="oa-row">
        <button type="button" class="oa-button" onClick={check}>
          {t('version.hash.check')}
        </button>
        <a href={`/api/v1/agendas/${props.agenda}/versions/${props.version.number}`} rel="external">
          {t('version.hash.data')}
        </a>
        <a href="/verify-version.mjs" rel="external" download="verify-version.mjs">
          {t('version.hash.script')}
        </a>
      </p>
      <div role="status">
        <Show when={isRight() !== undefined}>
          <div
            class="oa-notice"
            classList={{ 'oa-notice--positive': isRight() === true, 'oa-notice--negative': isRight() === false }}
          >
            <p>{isRight() ? t('version.hash.right') : t('version.hash.wrong')}</p>
          </div>
        </Show>
      </div>
    </section>
  )
}
