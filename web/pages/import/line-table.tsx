import '../../styles/table.css'
import { createSignal, For, Show } from 'solid-js'
import type { ImportedItem, ImportLine } from '../../../shared/import/imported-item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { ImportSource } from './import-state.ts'
import { useRemarkText } from './remark-text.ts'

type Props = {
  lines: ImportLine[]
  kind: ImportSource['kind'] | undefined
  isOut: (key: string) => boolean
  onOut: (key: string, isOut: boolean) => void
}

/** Thousands of rows at once would keep a page busy for seconds. */
const atOnce = 200

/** Every line: what it becomes, or why it is left out, and what is worth a look. */
export function LineTable(props: Props) {
  const { t } = useLanguage()
  const [shown, setShown] = createSignal(atOnce)
  const caption = () => t('imports.preview.caption', props.lines.length)
  const rest = () => Math.min(props.lines.length - shown(), atOnce)
  return (
    <>
      <table class="oa-table oa-table--cards oa-import-lines">
        <caption>{caption()}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.preview.include')}</th>
            <th scope="col">{t(`imports.preview.${props.kind === 'export' ? 'number' : 'line'}`)}</th>
            <th scope="col">{t('imports.preview.item')}</th>
            <th scope="col">{t('imports.preview.becomes')}</th>
            <th scope="col">{t('imports.preview.remarks')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines.slice(0, shown())}>{(line) => <Line {...props} line={line} />}</For>
        </tbody>
      </table>
      <Show when={rest() > 0}>
        <p>
          <button type="button" class="oa-button" onClick={() => setShown((count) => count + atOnce)}>
            {t('imports.preview.more', rest())}
          </button>
        </p>
      </Show>
    </>
  )
}

function Line(props: Props & { line: ImportLine }) {
  const { t } = useLanguage()
  const say = useRemarkText(() => props.kind)
  const hasRemarks = () => props.line.problems.length + props.line.warnings.length > 0
  return (
    <tr classList={{ 'oa-import-lines__out': !props.line.item || props.isOut(props.line.key) }}>
      {/* On a phone a label without a value beside it would only be in the way. */}
      <td data-label={props.line.item && t('imports.preview.include')}>
        <Show when={props.line.item}>
          <label class="oa-check oa-check--alone">
            <input
              type="checkbox"
              aria-label={t('imports.preview.includeLine', say.titleOf(props.line))}
              checked={!props.isOut(props.line.key)}
              onChange={(event) => props.onOut(props.line.key, !event.currentTarget.checked)}
            />
          </label>
        </Show>
      </td>
      <td data-label={t(`imports.preview.${props.kind === 'export' ? 'number' : 'line'}`)}>{props.line.line}</td>
      <th scope="row">{say.titleOf(props.line)}</th>
      <td data-label={t('imports.preview.becomes')}>
        <Show when={props.line.item} fallback={t('imports.preview.staysOut')}>
          {(item) => <Becomes item={item()} />}
        </Show>
      </td>
      <td data-label={hasRemarks() ? t('imports.preview.remarks') : undefined}>
        <ul class="oa-import-remarks">
          <For each={props.line.problems}>
            {(problem) => (
              <li class="oa-import-remarks--bad">
                <Icon name="late" small />
                <span>{say.problem(problem)}</span>
              </li>
            )}
          </For>
          <For each={props.line.warnings}>
            {(warning) => (
              <li>
                <Icon name="info" small />
                <span>{say.warning(warning)}</span>
              </li>
            )}
          </For>
        </ul>
      </td>
    </tr>
  )
}

function Becomes(props: { item: ImportedItem }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const theme = () => {
    const { theme } = props.item
    if (!theme) return ''
    if ('name' in theme) return t('imports.preview.newTheme', theme.name)
    return agenda.text.themes.find(({ id }) => id === theme.id)?.name ?? ''
  }
  const owner = () => {
    const found = agenda.record.organisations.find(({ id }) => id === props.item.owner.organisation)
    return found ? t('imports.preview.ownerIs', found.short || found.name) : ''
  }
  const facts = () => {
    const { duty, status, priority, agreements, indicators, deadlines, lineage } = props.item
    return [
      t(`words.duty.${duty}`),
      theme(),
      t(`words.status.${status}`),
      priority ? t(`words.priority.${priority}`) : '',
      owner(),
      deadlines.length > 0 ? t('imports.preview.deadlines', deadlines.length) : '',
      agreements.length > 0 ? t('imports.preview.agreements', agreements.length) : '',
      indicators.length > 0 ? t('imports.preview.indicators', indicators.length) : '',
      lineage,
    ].filter((fact) => fact !== '')
  }
  return <span>{facts().join(' · ')}</span>
}
