import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Publication } from '../../../shared/publication.ts'
import type { Version } from '../../../shared/version/version.ts'
import { makePublications } from '../../live/publications.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { nameOf } from '../versions/names.ts'
import { whyNot } from '../why-not.ts'

/** Says what everyone will read, and asks how: with names or without, for search engines or not. */
export function PublishDialog(props: {
  agenda: Agenda
  version: Version
  publication: Publication | undefined
  onDone: (publication: Publication) => void
  onClose: () => void
}) {
  const { t } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const id = createUniqueId()
  const [failed, setFailed] = createSignal('')
  const [names, setNames] = createSignal(props.publication?.names ?? false)
  const { number } = props.version
  const isOpen = props.publication !== undefined
  const people = peopleIn(props.version).map((person) => nameOf(props.agenda, person) ?? t('version.somebody'))
  const publish = async (form: FormData) => {
    const choice = { names: names(), indexed: form.has('indexed') }
    const answer = await makePublications(props.agenda.id).publish(number, choice)
    if (!answer.ok) return setFailed(whyNot(answer, t('publication.unreachable')))
    props.onDone(answer.value)
    props.onClose()
    toast({ text: t(isOpen ? 'publication.dialog.changed' : 'publication.dialog.done') })
  }
  return (
    <Dialog
      title={t(isOpen ? 'publication.dialog.changeTitle' : 'publication.dialog.title', number)}
      onClose={props.onClose}
    >
      <p>{t('publication.dialog.what')}</p>
      <p>{t('publication.dialog.there')}</p>
      <form
        class="oa-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void publish(new FormData(event.currentTarget))
        }}
      >
        <Show when={people.length > 0} fallback={<p>{t('publication.dialog.nobody')}</p>}>
          <div class="oa-stack oa-stack--tight">
            <label class="oa-check">
              <input
                type="checkbox"
                name="names"
                checked={names()}
                aria-describedby={`${id}-names ${id}-who`}
                onChange={(event) => setNames(event.currentTarget.checked)}
              />
              <span>{t('publication.dialog.names')}</span>
            </label>
            <p class="oa-subtle oa-publication__hint" id={`${id}-names`}>
              {t('publication.dialog.namesHint')}
            </p>
            <p class="oa-publication__hint" id={`${id}-who`} aria-live="polite">
              {names()
                ? t('publication.dialog.who', people.length, format.list(people))
                : `${t('publication.dialog.left', people.length)} ${t('publication.dialog.check')}`}
            </p>
          </div>
        </Show>
        <div class="oa-stack oa-stack--tight">
          <label class="oa-check">
            <input
              type="checkbox"
              name="indexed"
              checked={props.publication?.indexed ?? false}
              aria-describedby={`${id}-indexed`}
            />
            <span>{t('publication.dialog.indexed')}</span>
          </label>
          <p class="oa-subtle oa-publication__hint" id={`${id}-indexed`}>
            {t('publication.dialog.indexedHint')}
          </p>
        </div>
        <div class="oa-notice oa-notice--caution">
          <Icon name="info" />
          <p>{t('publication.dialog.inText')}</p>
        </div>
        <FieldError text={failed()} />
        <DialogActions go={t(isOpen ? 'publication.dialog.save' : 'publication.dialog.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}

/** Who is named in a version: as who pulls an item, or as who carries out an agreement. */
function peopleIn({ items }: Version): PersonId[] {
  const all = items.flatMap(({ content: { owner, agreements = {} } }) => [
    owner?.person,
    ...Object.values(agreements).map(({ person }) => person),
  ])
  return [...new Set(all)].filter((person) => person !== undefined)
}
