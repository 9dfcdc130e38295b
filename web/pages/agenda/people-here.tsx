import { createMemo, For, Show } from 'solid-js'
import { type Present, useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { personName } from '../../ui/person-name.ts'

const shownAtMost = 4

/** Who has this agenda open now; somebody with two windows counts once. */
export function PeopleHere() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const people = createMemo(() => {
    const byPerson = new Map<string, Present>()
    for (const present of agenda.present()) {
      const known = byPerson.get(present.user.person)
      if (!known || present.self) byPerson.set(present.user.person, present)
    }
    return [...byPerson.values()].sort((a, b) => Number(b.self) - Number(a.self))
  })
  const name = ({ user, self }: Present) => {
    const who = personName(user.name, user.organisation)
    return self ? t('board.people.you', who) : who
  }
  return (
    <Show when={people().length > 0}>
      <ul class="oa-people" aria-label={t('board.people.here', people().length)}>
        <For each={people().slice(0, shownAtMost)}>
          {(present) => (
            <li>
              <PersonMark
                name={name(present)}
                initials={present.user.initials}
                kind={present.user.kind}
                tone={present.user.tone}
              />
            </li>
          )}
        </For>
        <Show when={people().length > shownAtMost}>
          <li class="oa-fact">{t('board.people.rest', people().length - shownAtMost)}</li>
        </Show>
        <li class="oa-fact oa-people__all">
          <Icon name="people" />
          {t('board.people.short', people().length)}
        </li>
      </ul>
    </Show>
  )
}
