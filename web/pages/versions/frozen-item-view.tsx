import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Amount } from '../../../shared/amount.ts'
import type { Agenda } from '../../../shared/api.ts'
import { type RichText, richTextToPlain } from '../../../shared/document/rich-text.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { fromSchemaJson } from '../../../shared/version/schema-json.ts'
import type { FrozenItem, Version } from '../../../shared/version/version.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { RichTextView } from '../item/rich-text/rich-text-view.tsx'
import { nameOf } from './names.ts'

/** One item of a version, as it was frozen. */
export function FrozenItemView(props: { item: FrozenItem; agenda: Agenda; version: Version }) {
  const { t } = useLanguage()
  const format = useFormat()
  const heading = createUniqueId()
  const content = () => props.item.content
  const aside = () => props.item.aside
  const party = (id: string | undefined) => props.version.metadata.parties.find((party) => party.id === id)?.name
  const title = () => content().title || t('item.untitled')
  const owner = () =>
    [party(content().owner?.organisation), nameOf(props.agenda, content().owner?.person)].filter(Boolean).join(', ')
  const amount = (value: Amount | undefined) =>
    value === undefined ? '' : value === 'masked' ? t('version.document.masked') : format.number(value)
  const agreements = () =>
    (aside().agreements ?? []).flatMap(({ id }) => {
      const agreement = content().agreements?.[id]
      return agreement ? [agreement] : []
    })
  const transition = () => {
    const { transition } = content()
    return transition
      ? t('item.transition', t(`words.sector.${transition.from}`), t(`words.sector.${transition.to}`))
      : ''
  }
  const plans = () =>
    (content().plans ?? []).flatMap((id) => props.version.metadata.plans.find((plan) => plan.id === id)?.name ?? [])
  /** What is said of it in a word or a few; where that is nothing it is left out. */
  const facts = () =>
    [
      ['duty', t(`words.duty.${content().duty}`)],
      ['owner', owner()],
      ['involved', format.list((content().involved ?? []).flatMap((id) => party(id) ?? []))],
      ['sectors', format.list((content().sectors ?? []).map((sector) => t(`words.sector.${sector}`)))],
      ['transition', transition()],
      ['reach', t(`words.reach.${content().reach}`)],
      ['legalBasis', format.list((content().legalBasis ?? []).map((law) => t(`words.legalBasis.${law}`)))],
      ['principles', format.list((content().principles ?? []).map((one) => t(`words.principle.${one}`)))],
      ['plans', format.list(plans())],
    ] as const
  return (
    <article class="oa-version__item" aria-labelledby={heading}>
      <h3 id={heading}>
        {numbered(aside().number, title(), (number) => t('version.document.itemTitle', number, title()))}
      </h3>
      <dl class="oa-version__facts">
        <For each={facts().filter(([, text]) => text !== '')}>
          {([name, text]) => (
            <>
              <dt>{t(`item.property.${name}`)}</dt>
              <dd>{text}</dd>
            </>
          )}
        </For>
      </dl>
      <FrozenText text={fromSchemaJson(content().body ?? [])} />
      <Part name={t('item.agreement.heading')} entries={agreements()}>
        {(agreement) => (
          <Line
            text={agreement.text}
            more={t(
              'version.document.who',
              [party(agreement.organisation), nameOf(props.agenda, agreement.person)].filter(Boolean).join(', '),
              agreement.due ? format.day(agreement.due) : '',
            )}
          />
        )}
      </Part>
      <Part name={t('item.property.deadlines')} entries={Object.values(content().deadlines ?? {})}>
        {(deadline) => <Line text={deadline.name} more={deadline.date ? format.day(deadline.date) : ''} />}
      </Part>
      <Part name={t('item.indicator.heading')} entries={Object.values(content().indicators ?? {})}>
        {(indicator) => (
          <Line
            text={[indicator.name, indicator.unit && `(${indicator.unit})`].filter(Boolean).join(' ')}
            more={t(
              'version.document.target',
              amount(indicator.baseline),
              amount(indicator.target),
              indicator.targetDate ? format.day(indicator.targetDate) : '',
            )}
          />
        )}
      </Part>
      <For each={Object.entries(content().annexes ?? {})}>
        {([municipality, text]) => (
          <>
            <h4>
              {t('version.document.annexOf', party(municipality as OrganisationId) ?? t('item.unknownOrganisation'))}
            </h4>
            <FrozenText text={fromSchemaJson(text)} />
          </>
        )}
      </For>
    </article>
  )
}

function numbered(number: number | undefined, title: string, name: (number: number) => string): string {
  return number === undefined ? title : name(number)
}

function Part<Entry>(props: { name: string; entries: Entry[]; children: (entry: Entry) => JSX.Element }) {
  return (
    <Show when={props.entries.length > 0}>
      <h4>{props.name}</h4>
      <ul>
        <For each={props.entries}>{(entry) => <li>{props.children(entry)}</li>}</For>
      </ul>
    </Show>
  )
}

function Line(props: { text: string; more: string }) {
  return (
    <>
      {props.text}
      <Show when={props.more}>
        <span class="oa-subtle"> ({props.more})</span>
      </Show>
    </>
  )
}

/** A text of which the headings stand below that of its item. */
function FrozenText(props: { text: RichText }) {
  return (
    <div class="oa-text">
      <For each={props.text}>
        {(block) => (block.type === 'heading' ? <h4>{richTextToPlain([block])}</h4> : <RichTextView text={[block]} />)}
      </For>
    </div>
  )
}
