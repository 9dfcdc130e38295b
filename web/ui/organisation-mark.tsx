import type { JSX } from 'solid-js'
import type { Organisation } from '../../shared/agenda.ts'
import { useLanguage } from './language.tsx'
import { shapeOf } from './organisation-shape.ts'

/** An organisation in a narrow place: the shape of its kind and its short name; what follows it goes inside. */
export function OrganisationMark(props: {
  organisation: Pick<Organisation, 'kind' | 'short' | 'name'>
  children?: JSX.Element
}) {
  const { t } = useLanguage()
  return (
    <span class="oa-organisation">
      <svg
        class="oa-organisation__shape"
        viewBox="0 0 24 24"
        role="img"
        aria-label={t(`words.organisation.${props.organisation.kind}`)}
      >
        <path d={shapeOf(props.organisation.kind)} />
      </svg>
      {props.organisation.short || props.organisation.name}
      {props.children}
    </span>
  )
}
