import { createEffect, on } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Says it when my role on the open agenda becomes another, and what I may do from now on. */
export function RoleWatch() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const toast = useToast()
  createEffect(
    on(
      () => agenda.record.role,
      (role) => toast({ text: t('board.notice.roleChanged', t(`words.role.${role}`)) }),
      { defer: true },
    ),
  )
  return null
}
