import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { Organisation } from '../../../shared/agenda.ts'
import { annexFragment } from '../../../shared/document/read.ts'
import { createAnnex } from '../../../shared/document/write.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { OrganisationMark } from '../../ui/organisation-mark.tsx'
import { FieldPresence } from './field-presence.tsx'
import { useItem } from './item-context.ts'
import { RichTextField } from './rich-text/rich-text-field.tsx'
import { organisationOf } from './table.ts'

/** What a regional item means in one municipality: a short text of its own for each. */
export function AnnexesSection() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const headingId = createUniqueId()
  const [made, setMade] = createSignal<OrganisationId>()
  const without = () =>
    agenda.record.organisations.filter(({ kind, id: of }) => kind === 'municipality' && !item().annexes.includes(of))
  const add = (municipality: Organisation) => {
    setMade(municipality.id)
    createAnnex(agenda.doc, id, municipality.id)
  }
  return (
    <Show when={item().annexes.length > 0 || (mayEdit() && item().reach !== 'regional')}>
      <section class="oa-sheet__section" aria-labelledby={headingId}>
        <div class="oa-row oa-row--apart">
          <h2 id={headingId}>
            {t('item.annex.heading')}{' '}
            <Show when={item().annexes.length > 0}>
              <span class="oa-column__count">{item().annexes.length}</span>
            </Show>
          </h2>
          <Show when={mayEdit() && without().length > 0}>
            <Menu
              label={t('item.annex.add')}
              button={
                <>
                  <Icon name="plus" />
                  {t('item.annex.add')}
                </>
              }
            >
              <For each={without()}>
                {(municipality) => (
                  <MenuItem onChoose={() => add(municipality)}>
                    <OrganisationMark organisation={municipality} />
                  </MenuItem>
                )}
              </For>
            </Menu>
          </Show>
        </div>
        <For each={item().annexes} fallback={<p class="oa-subtle">{t('item.annex.first')}</p>}>
          {(municipality) => {
            const name = () => organisationOf(agenda, municipality)?.name ?? t('item.unknownOrganisation')
            return (
              <div class="oa-annex">
                <h3>
                  {name()} <FieldPresence field={`annexes.${municipality}`} />
                </h3>
                <RichTextField
                  fragment={annexFragment(agenda.doc, id, municipality)}
                  label={t('item.annex.label', { name: name() })}
                  field={`annexes.${municipality}`}
                  placeholder={t('item.annex.placeholder')}
                  focused={made() === municipality}
                  empty={<p class="oa-subtle">{t('item.annex.empty')}</p>}
                />
              </div>
            )
          }}
        </For>
      </section>
    </Show>
  )
}
