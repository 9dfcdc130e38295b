import { createSignal, createUniqueId, lazy, Show, Suspense } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import { publication as texts } from '../../../shared/messages/nl/publication.ts'
import type { Publication } from '../../../shared/publication.ts'
import { may } from '../../../shared/rights.ts'
import type { Version } from '../../../shared/version/version.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { useCopy } from '../copy-text.ts'

addDutchTexts({ publication: texts })

const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }))
const WithdrawDialog = lazy(async () => ({ default: (await import('./withdraw-dialog.tsx')).WithdrawDialog }))

/** Whether everyone may read a version, for all on the agenda to see; a coordinator decides it here (rule V21). */
export function PublicationSection(props: { agenda: Agenda; version: Version; publication: Publication | undefined }) {
  const { t } = useLanguage()
  const heading = createUniqueId()
  const [asked, ask] = createSignal<'publish' | 'withdraw'>()
  const [changed, change] = createSignal<{ to: Publication | undefined }>()
  const publication = () => {
    const now = changed()
    return now ? now.to : props.publication
  }
  const mayPublish = () => may(props.agenda.role, 'publish-version')
  const close = () => ask(undefined)
  return (
    <Show when={mayPublish() || publication()}>
      <section class="oa-stack oa-publication" aria-labelledby={heading}>
        <h2 id={heading} tabindex="-1">
          {t('publication.heading')}
        </h2>
        <Show when={publication()} fallback={<p>{t('publication.none')}</p>}>
          {(known) => <Facts publication={known()} />}
        </Show>
        <Show when={mayPublish()}>
          <p class="oa-row">
            <button type="button" class="oa-button" onClick={() => ask('publish')}>
              {t(publication() ? 'publication.change' : 'publication.publish')}
            </button>
            <Show when={publication()}>
              <button type="button" class="oa-button oa-button--quiet" onClick={() => ask('withdraw')}>
                {t('publication.withdraw')}
              </button>
            </Show>
          </p>
        </Show>
        <Suspense>
          <Show when={asked() === 'publish'}>
            <PublishDialog
              agenda={props.agenda}
              version={props.version}
              publication={publication()}
              onDone={(to) => change({ to })}
              onClose={close}
            />
          </Show>
          <Show when={asked() === 'withdraw'}>
            <WithdrawDialog
              agenda={props.agenda.id}
              version={props.version.number}
              onDone={() => {
                change({ to: undefined })
                // The button that opened this is gone.
                document.getElementById(heading)?.focus()
              }}
              onClose={close}
            />
          </Show>
        </Suspense>
      </section>
    </Show>
  )
}

/** How it is public, and where. */
function Facts(props: { publication: Publication }) {
  const { t } = useLanguage()
  const format = useFormat()
  const copy = useCopy()
  const address = () => location.origin + props.publication.path
  return (
    <>
      <div class="oa-notice oa-notice--accent">
        <Icon name="eye" />
        <div class="oa-stack oa-stack--tight">
          <p>
            <strong>{t('publication.open')}</strong>
          </p>
          <p>
            {[
              t('publication.since', format.moment(props.publication.at)),
              t(props.publication.names ? 'publication.withNames' : 'publication.withoutNames'),
              t(props.publication.indexed ? 'publication.indexed' : 'publication.notIndexed'),
            ].join(' ')}
          </p>
        </div>
      </div>
      <div class="oa-row">
        <input
          class="oa-input oa-publication__address"
          readonly
          aria-label={t('publication.address')}
          value={address()}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="oa-button" onClick={() => void copy(address(), t('publication.copied'))}>
          <Icon name="copy" />
          {t('publication.copy')}
        </button>
        <a class="oa-button oa-button--quiet" href={props.publication.path} rel="external">
          <Icon name="external" />
          {t('publication.look')}
        </a>
      </div>
    </>
  )
}
