import { createSignal } from 'solid-js'
import type { DifferenceFormat } from '../../../shared/export/formats.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import { type DifferenceQuestion, fetchDifferencesFile } from '../../live/differences.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { saveFile } from '../export/save-file.ts'
import { whyNot } from '../why-not.ts'

/** This difference as a file. */
export function ExportMenu(props: { agenda: AgendaId; question: DifferenceQuestion }) {
  const { t, language } = useLanguage()
  const [said, setSaid] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const make = async (format: DifferenceFormat) => {
    setWrong('')
    setSaid(t('difference.page.making'))
    const answer = await fetchDifferencesFile(props.agenda, props.question, { format, language: language() })
    setSaid(answer.ok ? t('difference.page.made', answer.value.name) : '')
    if (answer.ok) saveFile(answer.value.blob, answer.value.name)
    else setWrong(whyNot(answer, t('difference.page.notMade')))
  }
  return (
    <>
      <p class="oa-row">
        <Menu
          label={t('difference.page.exportAs')}
          button={
            <>
              <Icon name="export" />
              {t('difference.page.export')}
            </>
          }
        >
          <MenuItem onChoose={() => void make('pdf')}>{t('difference.page.form.pdf')}</MenuItem>
          <MenuItem onChoose={() => void make('odt')}>{t('difference.page.form.odt')}</MenuItem>
          <MenuItem onChoose={() => void make('docx')}>{t('difference.page.form.docx')}</MenuItem>
          <MenuItem onChoose={() => void make('md')}>{t('difference.page.form.md')}</MenuItem>
        </Menu>
        <span role="status">{said()}</span>
      </p>
      <FieldError text={wrong()} />
    </>
  )
}
