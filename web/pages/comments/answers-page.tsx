import '../../styles/comments.css'
import '../../styles/sheet.css'
import { useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import type { Organisation } from '../../../shared/agenda.ts'
import type { Comment } from '../../../shared/comment.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { comment as commentTexts } from '../../../shared/messages/nl/comment.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { itemPath, useAddresses } from '../agenda/addresses.ts'
import { AnswerView } from '../item/comments/answer-view.tsx'
import { authorOf } from '../item/comments/people.ts'
import { PageTitle } from '../page-title.tsx'

addDutchTexts({ comment: commentTexts })

/** All contributions of one organisation with what was done with each: an address that can be mailed. */
export function AnswersPage() {
  const agenda = useAgenda()
  const addresses = useAddresses()
  const { t } = useLanguage()
  const format = useFormat()
  const [search, setSearch] = useSearchParams<{ organisatie?: string; open?: string }>()
  const id = createUniqueId()
  const store = agenda.comments

  /** The comments that began a thread and can be read: these are what gets an answer. */
  const contributions = createMemo(() =>
    (store()?.all() ?? []).filter(({ id, thread, state }) => id === thread && state.state !== 'withdrawn'),
  )
  const parties = createMemo(() => {
    const spoke = new Set(contributions().map(({ organisation }) => organisation))
    return agenda.record.organisations
      .filter((party) => party.kind === 'parent-organisation' || spoke.has(party.id))
      .sort((a, b) => Number(isParent(b)) - Number(isParent(a)) || format.compare(a.name, b.name))
  })
  const chosen = () => {
    const own = agenda.record.me.organisation
    const known = (wanted: string | undefined) => parties().find((party) => party.id === wanted)
    return known(search.organisatie) ?? known(own) ?? parties()[0]
  }
  const ofChosen = createMemo(() => contributions().filter(({ organisation }) => organisation === chosen()?.id))
  const open = () => ofChosen().filter(({ answer }) => answer === undefined)
  const isOpenOnly = () => search.open === '1'
  const shown = createMemo(() =>
    [...(isOpenOnly() ? open() : ofChosen())].sort(
      (a, b) => (agenda.number(a.item) ?? 1e9) - (agenda.number(b.item) ?? 1e9),
    ),
  )
  const choose = (organisation: OrganisationId) => setSearch({ organisatie: organisation }, { replace: true })

  return (
    <div class="oa-overview">
      <PageTitle title={t('comment.overview.title')} />
      <div class="oa-stack oa-stack--tight">
        <h1>{t('comment.overview.title')}</h1>
        <p>{t('comment.overview.intro')}</p>
      </div>
      <div class="oa-overview__choices">
        <div class="oa-field">
          <label class="oa-field__label" for={`${id}-organisation`}>
            {t('comment.overview.organisation')}
          </label>
          <select
            class="oa-input"
            id={`${id}-organisation`}
            onChange={(event) => choose(event.currentTarget.value as OrganisationId)}
          >
            <For each={parties()}>
              {(party) => (
                <option value={party.id} selected={party.id === chosen()?.id}>
                  {party.name}
                </option>
              )}
            </For>
          </select>
        </div>
        <label class="oa-check">
          <input
            type="checkbox"
            checked={isOpenOnly()}
            onChange={(event) => setSearch({ open: event.currentTarget.checked ? '1' : null }, { replace: true })}
          />
          <span>{t('comment.overview.open')}</span>
        </label>
      </div>
      <p aria-live="polite">
        <strong>{t('comment.overview.counts', ofChosen().length, open().length)}</strong>
      </p>
      <Show
        when={shown().length > 0}
        fallback={
          <p class="oa-subtle">{ofChosen().length > 0 ? t('comment.overview.noneOpen') : t('comment.overview.none')}</p>
        }
      >
        <ul class="oa-list oa-overview__list">
          <For each={shown()}>{(comment) => <Contribution comment={comment} />}</For>
        </ul>
      </Show>
      <p>
        <a class="oa-button" href={addresses.board()}>
          {t('comment.overview.toBoard')}
        </a>
      </p>
    </div>
  )
}

function isParent({ kind }: Pick<Organisation, 'kind'>): boolean {
  return kind === 'parent-organisation'
}

function Contribution(props: { comment: Comment }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const params = useParams<{ id: string }>()
  const item = () => {
    const title = agenda.text.items[props.comment.item]?.title || t('board.card.untitled')
    const number = agenda.number(props.comment.item)
    return number === undefined ? t('comment.overview.onNewItem', title) : t('comment.overview.onItem', number, title)
  }
  const by = (said: Pick<Comment, 'person' | 'organisation'>) =>
    authorOf(agenda, said.person, said.organisation, t('comment.former')).name
  return (
    <li>
      <h2>
        <a href={`${itemPath(params.id, props.comment.item)}#comment-${props.comment.id}`}>{item()}</a>
      </h2>
      <p class="oa-small oa-subtle">
        {by(props.comment)}, <time datetime={props.comment.at}>{format.moment(props.comment.at)}</time>
      </p>
      <Show when={props.comment.anchor}>
        {(anchor) => <p class="oa-small oa-subtle">{t('comment.on.passage', anchor().quote)}</p>}
      </Show>
      <Show
        when={props.comment.state.state === 'shown'}
        fallback={
          <p class="oa-comment__state">
            {props.comment.state.state === 'hidden' ? t('comment.overview.hidden') : t('comment.state.reported')}
          </p>
        }
      >
        <p class="oa-said">{props.comment.text}</p>
      </Show>
      <Show
        when={props.comment.answer}
        fallback={
          <p>
            <span class="oa-badge">{t('comment.answer.none')}</span>
          </p>
        }
      >
        {(answer) => <AnswerView answer={answer()} by={by(answer())} />}
      </Show>
    </li>
  )
}
