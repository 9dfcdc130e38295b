import { For, Show } from 'solid-js'
import type { AgendaFile } from '../../../shared/from-export/file.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'

/** What an agenda that is made of a file will be, and what stays behind. */
export function FilePreview(props: { file: AgendaFile }) {
  const { t } = useLanguage()
  const format = useFormat()
  const edition = () => {
    const { edition } = props.file
    return edition.kind === 'version'
      ? t('fromFile.version', edition.number, format.day(edition.date))
      : t('fromFile.draft', format.moment(edition.at))
  }
  const facts = () => {
    const { title, region, period, themes, struck = [], allThemes, parties } = props.file
    const items = themes.flatMap((theme) => theme.items).length
    return [
      [t('fromFile.title'), title || t('fromFile.noTitle')],
      [t('fromFile.region'), region],
      [t('fromFile.period'), format.period(period?.from, period?.to)],
      [t('fromFile.edition'), edition()],
      [
        t('fromFile.content'),
        format.list([
          t('fromFile.items', items),
          ...(struck.length > 0 ? [t('fromFile.struck', struck.length)] : []),
          t('fromFile.themes', allThemes.length),
        ]),
      ],
      [
        t('fromFile.parties'),
        parties.length > 0
          ? t('fromFile.partiesNamed', parties.length, format.list(parties.map(({ short }) => short)))
          : t('fromFile.noParties'),
      ],
    ] as const
  }
  return (
    <section class="oa-stack oa-stack--tight" aria-labelledby="file-preview">
      <h3 id="file-preview">{t('fromFile.preview')}</h3>
      <dl class="oa-file">
        <For each={facts()}>
          {([name, text]) => (
            <Show when={text !== ''}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Show>
          )}
        </For>
      </dl>
      <p class="oa-subtle">{t('fromFile.left')}</p>
    </section>
  )
}
