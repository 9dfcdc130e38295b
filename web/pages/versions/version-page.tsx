import '../../styles/people.css'
import '../../styles/sheet.css'
import '../../styles/table.css'
import '../../styles/versions.css'
import { useParams } from '@solidjs/router'
import { createMemo, createUniqueId, For, lazy, Show, Suspense } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import { type AgendaId, isId } from '../../../shared/ids.ts'
import type { Publication } from '../../../shared/publication.ts'
import { may } from '../../../shared/rights.ts'
import type { PartyAdoption } from '../../../shared/version/api.ts'
import type { FrozenItem, Version } from '../../../shared/version/version.ts'
import type { Answer } from '../../live/api.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createAsked } from '../asked.ts'
import { VersionLinks } from '../differences/version-links.tsx'
import { VersionExport } from '../export/version-export.tsx'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { PublicationSection } from '../publication/publication-section.tsx'
import { AdoptionTable } from './adoption-table.tsx'
import { FrozenItemView } from './frozen-item-view.tsx'
import { HashCheck } from './hash-check.tsx'
import { nameOf } from './names.ts'
import { WithAnswer } from './with-answer.tsx'

// One reads first, and then perhaps makes a file: so what that takes comes after the page.
const ArchivePackage = lazy(async () => ({ default: (await import('./archive-package.tsx')).ArchivePackage }))

type Known = { agenda: Agenda; version: Version & { publication?: Publication }; parties: PartyAdoption[] }

/** One version, to be read as a document. This is its permanent address. */
export function VersionPage() {
  const params = useParams<{ id: string; version: string }>()
  const asked = createAsked(() => ask(params.id, Number(params.version)))
  return <WithAnswer answer={asked()}>{(known) => <Screen known={known()} />}</WithAnswer>
}

async function ask(id: string, number: number): Promise<Answer<Known>> {
  // What cannot be an id is no agenda: the server says so of any other.
  const door = makeAgendaVersions(isId<AgendaId>(id) ? id : ('-' as AgendaId))
  const [agenda, version, adoption] = await Promise.all([door.agenda(), door.version(number), door.adoption()])
  if (!agenda.ok) return agenda
  if (!version.ok) return version
  if (!adoption.ok) return adoption
  const parties = adoption.value.versions.find((row) => row.version === number)?.parties ?? []
  return { ok: true, value: { agenda: agenda.value, version: version.value, parties } }
}

function Screen(props: { known: Known }) {
  const { t } = useLanguage()
  const format = useFormat()
  const agenda = () => props.known.agenda
  const version = () => props.known.version
  const metadata = () => version().metadata
  const chapters = createMemo(() => chaptersOf(version()))
  return (
    <>
      <PlainTopBar />
      <PageTitle title={`${t('version.name', version().number)}: ${metadata().title}`} />
      <main class="oa-page oa-page--text oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-stack">
          <p>
            <a href={`/agenda/${agenda().id}/versies`}>{t('version.toList')}</a>
          </p>
          <div>
            <h1>
              {metadata().title}
              {', '}
              {t('version.name', version().number)}
            </h1>
            <p class="oa-subtle">
              {t(
                'version.frozen',
                format.moment(metadata().at),
                nameOf(agenda(), version().by) ?? t('version.somebody'),
              )}
            </p>
          </div>
          <Show when={metadata().remark}>
            <p>{metadata().remark}</p>
          </Show>
          <VersionLinks
            agenda={agenda().id}
            number={version().number}
            mayReadDraft={may(agenda().role, 'read-draft')}
          />
          <p class="oa-row">
            <VersionExport agenda={agenda()} version={version()} />
          </p>
          <dl class="oa-version__facts">
            <dt>{t('version.document.region')}</dt>
            <dd>{metadata().region}</dd>
            <Show when={format.period(metadata().period?.from, metadata().period?.to)}>
              {(period) => (
                <>
                  <dt>{t('version.document.period')}</dt>
                  <dd>{period()}</dd>
                </>
              )}
            </Show>
            <dt>{t('version.document.parties')}</dt>
            <dd>{format.list(metadata().parties.map(({ name }) => name))}</dd>
          </dl>
        </div>
        <PublicationSection agenda={agenda()} version={version()} publication={version().publication} />
        <For each={chapters()}>
          {(chapter) => <Chapter name={chapter.name} items={chapter.items} agenda={agenda()} version={version()} />}
        </For>
        <AdoptionTable agenda={agenda()} version={version()} parties={props.known.parties} />
        <Suspense>
          <ArchivePackage agenda={agenda().id} version={version().number} />
        </Suspense>
        <HashCheck agenda={agenda().id} version={version()} />
      </main>
    </>
  )
}

function Chapter(props: { name: string | undefined; items: FrozenItem[]; agenda: Agenda; version: Version }) {
  const { t } = useLanguage()
  const heading = createUniqueId()
  return (
    <section class="oa-stack" aria-labelledby={heading}>
      <h2 id={heading}>{props.name ?? t('version.document.noTheme')}</h2>
      <For each={props.items}>
        {(item) => <FrozenItemView item={item} agenda={props.agenda} version={props.version} />}
      </For>
    </section>
  )
}

/** Its items by theme, in the order of the themes; those of no theme come last. */
function chaptersOf({ metadata, items }: Version): { name: string | undefined; items: FrozenItem[] }[] {
  const known = new Set<string | undefined>(metadata.themes.map(({ id }) => id))
  return [...metadata.themes, { id: undefined, name: undefined }]
    .map(({ id, name }) => ({
      name,
      items: items.filter(({ content: { theme } }) => (known.has(theme) ? theme : undefined) === id),
    }))
    .filter((chapter) => chapter.items.length > 0)
}
