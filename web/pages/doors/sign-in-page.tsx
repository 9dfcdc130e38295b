import './door-texts.ts'
import { useParams } from '@solidjs/router'
import { createSignal, Match, Switch } from 'solid-js'
import type { TokenMeaning } from '../../../shared/account.ts'
import { makeDoors } from '../../live/doors.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createAsked } from '../asked.ts'
import { Loading } from '../loading.tsx'
import { DoorPage } from './door-page.tsx'
import { RedeemForm } from './redeem-form.tsx'

/** Where a link from a mail or the terminal leads. Opening it changes nothing: mail scanners open links too. */
export function SignInPage() {
  const { t } = useLanguage()
  const params = useParams<{ token: string }>()
  const doors = makeDoors()
  const [over, setOver] = createSignal(false)
  const looked = createAsked(() => doors.look(params.token))
  const meaning = () => {
    const answer = looked()
    return answer?.ok ? answer.value : undefined
  }
  const unreachable = () => {
    const answer = looked()
    return answer?.ok === false && answer.reason === 'unreachable'
  }
  const title = ({ kind, agenda }: TokenMeaning) => {
    const name = agenda ?? t('doors.link.anAgenda')
    switch (kind) {
      case 'invitation':
        return t('doors.link.titles.invitation', name)
      case 'join':
        return t('doors.link.titles.join', name)
      default:
        return t(`doors.link.titles.${kind}`)
    }
  }
  const refusal = () => {
    const answer = looked()
    return answer?.ok === false && answer.reason === 'problem' && answer.problem.status === 429 ? answer : undefined
  }
  return (
    <Switch fallback={<Loading />}>
      <Match when={over()}>
        <DoorPage title={t('doors.link.overTitle')}>
          <p>{t('doors.link.over')}</p>
          <p class="oa-row">
            <a class="oa-button oa-button--primary" rel="external" href="/">
              {t('board.error.home')}
            </a>
          </p>
        </DoorPage>
      </Match>
      <Match when={meaning()}>
        {(known) => (
          <DoorPage title={title(known())}>
            <p>{t(`doors.link.texts.${known().kind}`)}</p>
            <RedeemForm token={params.token} meaning={known()} doors={doors} onOver={() => setOver(true)} />
          </DoorPage>
        )}
      </Match>
      <Match when={unreachable()}>
        <DoorPage title={t('doors.link.unreachableTitle')}>
          <p>{t('doors.link.unreachable')}</p>
          <p class="oa-row">
            <button type="button" class="oa-button oa-button--primary" onClick={() => location.reload()}>
              {t('doors.link.again')}
            </button>
          </p>
        </DoorPage>
      </Match>
      <Match when={refusal()}>
        {(refused) => (
          <DoorPage title={refused().problem.title}>
            <p>{refused().problem.detail}</p>
          </DoorPage>
        )}
      </Match>
      <Match when={looked()}>
        <DoorPage title={t('doors.link.deadTitle')}>
          <p>{t('doors.link.dead')}</p>
          <p>{t('doors.link.deadHow')}</p>
          <p class="oa-row">
            <a class="oa-button oa-button--primary" rel="external" href="/">
              {t('doors.link.deadGo')}
            </a>
          </p>
        </DoorPage>
      </Match>
    </Switch>
  )
}
