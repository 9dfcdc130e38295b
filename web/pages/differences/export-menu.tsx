import { For } from 'solid-js'
import type { DifferenceFormat } from '../../../shared/export/formats.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import { type DifferenceQuestion, fetchDifferencesFile } from '../../live/differences.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { createMaking } from '../export/create-making.ts'
import { MakingView } from '../export/making-view.tsx'

/** As JSON a difference is for programs, which ask for it themselves. */
const forms = ['pdf', 'odt', 'docx', 'html', 'md'] as const satisfies readonly DifferenceFormat[]

/** This difference as a file, one at a time: what is chosen later takes the place of what is being made. */
export function ExportMenu(props: { agenda: AgendaId; question: DifferenceQuestion }) {
  const { t, language } = useLanguage()
  const making = createMaking()
  const make = (format: DifferenceFormat) =>
    void making.make(({ signal }) =>
      fetchDifferencesFile(props.agenda, props.question, { format, language: language() }, signal),
    )
  return (
    <MakingView making={making}>
      <Menu
        label={t('difference.page.exportAs')}
        button={
          <>
            <Icon name="export" />
            {t('difference.page.export')}
          </>
        }
      >
        <For each={forms}>
          {(form) => <MenuItem onChoose={() => make(form)}>{t(`difference.page.form.${form}`)}</MenuItem>}
        </For>
      </Menu>
    </MakingView>
  )
}
