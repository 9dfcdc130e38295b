import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import { Icon } from './icon.tsx'

type Own = { label: string; hint?: string | undefined; wrong?: string | undefined; class?: string }

/** One line to fill in, with its label above it, what helps, and what is wrong with it. */
export function TextField(props: Own & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const [own, input] = splitProps(props, ['label', 'hint', 'wrong', 'class'])
  const id = createUniqueId()
  return (
    <div class={`oa-field ${own.class ?? ''}`}>
      <label class="oa-field__label" for={id}>
        {own.label}
      </label>
      <Show when={own.hint}>
        <span class="oa-field__hint" id={`${id}-hint`}>
          {own.hint}
        </span>
      </Show>
      <input
        {...input}
        class="oa-input"
        id={id}
        aria-invalid={own.wrong ? 'true' : undefined}
        aria-describedby={describedBy(id, own)}
      />
      <FieldError id={`${id}-wrong`} text={own.wrong} />
    </div>
  )
}

/** One of several, with its label above it. */
export function SelectField(props: Own & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
  const [own, select] = splitProps(props, ['label', 'hint', 'wrong', 'class', 'children'])
  const id = createUniqueId()
  return (
    <div class={`oa-field ${own.class ?? ''}`}>
      <label class="oa-field__label" for={id}>
        {own.label}
      </label>
      <Show when={own.hint}>
        <span class="oa-field__hint" id={`${id}-hint`}>
          {own.hint}
        </span>
      </Show>
      <select
        {...select}
        class="oa-input"
        id={id}
        aria-invalid={own.wrong ? 'true' : undefined}
        aria-describedby={describedBy(id, own)}
      >
        {props.children}
      </select>
      <FieldError id={`${id}-wrong`} text={own.wrong} />
    </div>
  )
}

/** What is wrong, said at once to a screen reader too. The place is always there: a live region must be before its text. */
export function FieldError(props: { id?: string; text: string | undefined }) {
  return (
    <p class="oa-field__error" id={props.id} role="alert">
      <Show when={props.text}>
        <Icon name="late" />
        <span>{props.text}</span>
      </Show>
    </p>
  )
}

function describedBy(id: string, own: Own): string {
  return own.hint ? `${id}-hint ${id}-wrong` : `${id}-wrong`
}
