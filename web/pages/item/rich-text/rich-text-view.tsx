import { For, type JSX, Show } from 'solid-js'
import type { Block, Inline, RichText } from '../../../../shared/document/rich-text.ts'

/** A body to read: for who may not write, and until the editor is there. */
export function RichTextView(props: { text: RichText }) {
  return <For each={props.text}>{blockView}</For>
}

function blockView(block: Block): JSX.Element {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Line content={block.content} />
        </p>
      )
    case 'heading':
      return (
        <Show
          when={block.level === 2}
          fallback={
            <h3>
              <Line content={block.content} />
            </h3>
          }
        >
          <h2>
            <Line content={block.content} />
          </h2>
        </Show>
      )
    case 'bullet_list':
      return (
        <ul>
          <ListItems items={block.items} />
        </ul>
      )
    case 'ordered_list':
      return (
        <ol>
          <ListItems items={block.items} />
        </ol>
      )
    case 'blockquote':
      return (
        <blockquote>
          <RichTextView text={block.content} />
        </blockquote>
      )
  }
}

function ListItems(props: { items: Block[][] }) {
  return (
    <For each={props.items}>
      {(blocks) => (
        <li>
          <RichTextView text={blocks} />
        </li>
      )}
    </For>
  )
}

function Line(props: { content: Inline[] }) {
  return <For each={props.content}>{(inline) => (inline.type === 'text' ? marked(inline) : <br />)}</For>
}

function marked({ text, marks }: Extract<Inline, { type: 'text' }>): JSX.Element {
  const slanted = marks.em ? <em>{text}</em> : text
  const strong = marks.strong ? <strong>{slanted}</strong> : slanted
  if (!marks.link) return strong
  return (
    <a href={marks.link} target="_blank" rel="noopener noreferrer">
      {strong}
    </a>
  )
}
