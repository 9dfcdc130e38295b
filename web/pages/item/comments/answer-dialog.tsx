import { createSignal, For } from 'solid-js'
import { type AnswerOutcome, answerOutcomes, type Comment } from '../../../../shared/comment.ts'
import type { OrganisationId } from '../../../../shared/ids.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFailure } from './failure.ts'
import { useItemComments } from './item-comments.ts'
import { capacities } from './people.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** Where an editor or coordinator says what was done with a contribution, and why. */
export function AnswerDialog(props: { comment: Comment; onClose: () => void }) {
  const { agenda, store } = useItemComments()
  const { t } = useLanguage()
  const toast = useToast()
  const failure = useFailure()
  const [outcome, setOutcome] = createSignal<AnswerOutcome | undefined>(props.comment.answer?.outcome)
  const [organisation, setOrganisation] = createSignal(agenda.record.me.organisation)
  const save = async (reason: string) => {
    const chosen = outcome()
    if (!chosen) return t('comment.answer.outcomeMissing')
    const wrong = failure(
      await store.answer(props.comment.id, { outcome: chosen, reason, organisation: organisation() }),
    )
    if (wrong === undefined) toast({ text: t('comment.answer.saved') })
    return wrong
  }
  return (
    <ReasonDialog
      title={t('comment.answer.title')}
      explain=""
      label={t('comment.answer.reason')}
      hint={t('comment.answer.reasonHint')}
      go={t('comment.answer.save')}
      text={props.comment.answer?.reason ?? ''}
      check={() => (outcome() ? undefined : t('comment.answer.outcomeMissing'))}
      onGo={save}
      onClose={props.onClose}
    >
      <blockquote class="oa-quote">{props.comment.text}</blockquote>
      <fieldset class="oa-fieldset">
        <legend>{t('comment.answer.outcomeLabel')}</legend>
        <For each={answerOutcomes}>
          {(choice) => (
            <label class="oa-check">
              <input
                type="radio"
                name="outcome"
                value={choice}
                checked={outcome() === choice}
                onChange={() => setOutcome(choice)}
              />
              <span>{t(`comment.answer.outcome.${choice}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Capacity organisation={organisation()} onChoose={setOrganisation} />
    </ReasonDialog>
  )

  function Capacity(choice: { organisation: OrganisationId; onChoose: (organisation: OrganisationId) => void }) {
    return (
      <div class="oa-field" hidden={capacities(agenda).length < 2}>
        <label class="oa-field__label" for="answer-as">
          {t('comment.form.as')}
        </label>
        <select
          class="oa-input"
          id="answer-as"
          onChange={(event) => choice.onChoose(event.currentTarget.value as OrganisationId)}
        >
          <For each={capacities(agenda)}>
            {(party) => (
              <option value={party.id} selected={party.id === choice.organisation}>
                {party.name}
              </option>
            )}
          </For>
        </select>
      </div>
    )
  }
}
