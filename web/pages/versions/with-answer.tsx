import './version-texts.ts'
import { Navigate, useLocation } from '@solidjs/router'
import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import { type Answer, statusOf } from '../../live/api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ErrorPage } from '../error-page.tsx'
import { Loading } from '../loading.tsx'
import { whyNot } from '../why-not.ts'

/** A page of what was asked for; or why it is not there. */
export function WithAnswer<Value>(props: {
  answer: Answer<Value> | undefined
  children: (value: Accessor<Value>) => JSX.Element
}) {
  const { t } = useLanguage()
  const location = useLocation()
  const status = () => props.answer && statusOf(props.answer)
  const refused = () => (props.answer && !props.answer.ok ? props.answer : undefined)
  const value = () => (props.answer?.ok ? props.answer : undefined)
  return (
    <Switch fallback={<Loading />}>
      <Match when={value()}>{(found) => props.children(() => found().value)}</Match>
      <Match when={status() === 401}>
        <Navigate href={`/?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`} />
      </Match>
      <Match when={status() === 404 || status() === 403}>
        <ErrorPage title={t('board.error.notFoundTitle')} text={t('board.error.notFound')} />
      </Match>
      <Match when={refused()}>
        {(answer) => (
          <ErrorPage title={t('board.error.unreachableTitle')} text={whyNot(answer(), t('version.unreachable'))} />
        )}
      </Match>
    </Switch>
  )
}
