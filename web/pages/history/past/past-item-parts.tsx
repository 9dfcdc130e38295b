import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type * as Y from 'yjs'
import { readField } from '../../../../shared/document/field.ts'
import { annexFragment, bodyFragment } from '../../../../shared/document/read.ts'
import { type RichText, readRichText, richTextToPlain } from '../../../../shared/document/rich-text.ts'
import type { Indicator, Item } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { createParties } from '../../agenda/parties.ts'
import { RichTextView } from '../../item/rich-text/rich-text-view.tsx'
import { createValueWords } from '../value-words.ts'
import { usePastFieldName } from './put-back.ts'

/** These stand in the agenda of then: names of themes and other items are those of that moment. */
export type PartProps = {
  item: Item
  /** The document of then. */
  doc: Y.Doc
  /** The fields that are otherwise now. */
  differing: readonly string[]
  /** What stands in a field now, as words. */
  now: (field: string) => string
  /** The fields that may be put back, and how. */
  mayPutBack: (field: string) => boolean
  putBack: (field: string) => void
}

/** What is said of an item in a word or a few; its texts, agreements and indicators stand below. */
const facts = [
  ...['status', 'struckReason', 'duty', 'theme', 'rank', 'priority', 'owner', 'involved', 'deadlines', 'kind'],
  ...['sectors', 'transition', 'reach', 'legalBasis', 'principles', 'plans', 'related', 'links', 'lineage'],
]

export function PastFacts(props: PartProps) {
  const { t } = useLanguage()
  const valueWords = createValueWords()
  const fieldName = usePastFieldName()
  const isDifferent = (field: string) => props.differing.includes(field)
  const then = (field: string) =>
    field === 'rank' ? t('past.item.otherPlace') : valueWords(field, readField(props.doc, props.item.id, field))
  const shown = () =>
    facts.filter((field) => {
      if (field === 'rank') return isDifferent(field)
      // A reason stays with an item that was put back; it says nothing as long as that is not struck.
      if (field === 'struckReason' && props.item.status !== 'struck') return isDifferent(field)
      return isDifferent(field) || then(field) !== ''
    })
  return (
    <Section name={t('past.item.facts')}>
      <dl class="oa-past-item__facts">
        <For each={shown()}>
          {(field) => (
            <>
              <dt>{fieldName(field)}</dt>
              <dd>
                <span>{then(field) || <span class="oa-subtle">{t('past.item.thenEmpty')}</span>}</span>
                <Show when={isDifferent(field) && field !== 'rank'}>
                  <span class="oa-subtle">
                    {props.now(field) ? t('past.item.now', props.now(field)) : t('past.item.nowEmpty')}
                  </span>
                </Show>
                <PutBack {...props} field={field} />
              </dd>
            </>
          )}
        </For>
      </dl>
    </Section>
  )
}

export function PastBody(props: PartProps) {
  const { t } = useLanguage()
  const text = () => readRichText(bodyFragment(props.doc, props.item.id))
  return (
    <Section name={t('past.item.text')} aside={<PutBack {...props} field="body" />}>
      <Show when={richTextToPlain(text()).trim() !== ''} fallback={<p class="oa-subtle">{t('past.item.noText')}</p>}>
        <PastText text={text()} />
      </Show>
    </Section>
  )
}

export function PastAgreements(props: PartProps) {
  const { t } = useLanguage()
  const valueWords = createValueWords()
  return (
    <Show when={props.item.agreements.length > 0 || props.differing.includes('agreements')}>
      <Section name={t('item.agreement.heading')} aside={<PutBack {...props} field="agreements" />}>
        <Show when={props.item.agreements.length > 0} fallback={<p class="oa-subtle">{t('past.item.thenEmpty')}</p>}>
          <ul>
            <For each={props.item.agreements}>{(agreement) => <li>{valueWords('agreements', [agreement])}</li>}</For>
          </ul>
        </Show>
      </Section>
    </Show>
  )
}

export function PastIndicators(props: PartProps) {
  const { t } = useLanguage()
  return (
    <Show when={props.item.indicators.length > 0 || props.differing.includes('indicators')}>
      <Section name={t('item.indicator.heading')} aside={<PutBack {...props} field="indicators" />}>
        <For each={props.item.indicators} fallback={<p class="oa-subtle">{t('past.item.thenEmpty')}</p>}>
          {(indicator) => <PastIndicator indicator={indicator} />}
        </For>
      </Section>
    </Show>
  )
}

function PastIndicator(props: { indicator: Indicator }) {
  const { t } = useLanguage()
  const format = useFormat()
  const goal = () => {
    const { baseline, target, targetDate, unit } = props.indicator
    return [
      unit && t('item.indicator.unitFact', { unit }),
      baseline !== undefined && t('item.indicator.baselineFact', { value: format.measured(baseline) }),
      target !== undefined &&
        (targetDate
          ? t('item.indicator.targetByFact', { value: format.measured(target), day: format.day(targetDate) })
          : t('item.indicator.targetFact', { value: format.measured(target) })),
    ].filter((fact) => typeof fact === 'string' && fact !== '')
  }
  return (
    <div>
      <h4>{props.indicator.name || t('item.indicator.unnamed')}</h4>
      <p class="oa-subtle">{goal().join(' · ')}</p>
      <ul>
        <For each={props.indicator.measurements}>
          {({ date, value, source }) => (
            <li>{t('past.item.measured', format.day(date), format.measured(value), source)}</li>
          )}
        </For>
      </ul>
    </div>
  )
}

export function PastAnnexes(props: PartProps) {
  const { t } = useLanguage()
  const parties = createParties()
  const annexes = () =>
    props.item.annexes
      .map((place) => ({ place, text: readRichText(annexFragment(props.doc, props.item.id, place)) }))
      .filter(({ text }) => text.length > 0)
  return (
    <Show when={annexes().length > 0 || props.differing.includes('annexes')}>
      <Section name={t('item.annex.heading')} aside={<PutBack {...props} field="annexes" />}>
        <For each={annexes()} fallback={<p class="oa-subtle">{t('past.item.thenEmpty')}</p>}>
          {({ place, text }) => (
            <div>
              <h4>{parties.organisation(place)?.name ?? t('item.unknownOrganisation')}</h4>
              <PastText text={text} />
            </div>
          )}
        </For>
      </Section>
    </Show>
  )
}

export function PutBack(props: Pick<PartProps, 'mayPutBack' | 'putBack'> & { field: string }) {
  const { t } = useLanguage()
  const fieldName = usePastFieldName()
  return (
    <Show when={props.mayPutBack(props.field)}>
      <button
        type="button"
        class="oa-button oa-button--quiet"
        aria-label={t('past.item.putBackOf', fieldName(props.field))}
        onClick={() => props.putBack(props.field)}
      >
        <Icon name="undo" />
        {t('past.item.putBack')}
      </button>
    </Show>
  )
}

function Section(props: { name: string; aside?: JSX.Element; children: JSX.Element }) {
  const heading = createUniqueId()
  return (
    <section class="oa-past-item__section" aria-labelledby={heading}>
      <div class="oa-row oa-row--apart">
        <h3 id={heading}>{props.name}</h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}

/** A text of which the headings stand below that of its part. */
function PastText(props: { text: RichText }) {
  return (
    <div class="oa-text">
      <For each={props.text}>
        {(block) => (block.type === 'heading' ? <h4>{richTextToPlain([block])}</h4> : <RichTextView text={[block]} />)}
      </For>
    </div>
  )
}
