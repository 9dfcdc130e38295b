import * as fc from 'fast-check'
import * as Y from 'yjs'

/** What a broken or hostile client can put anywhere in the document, as a recipe: a Yjs type can be put in one place only. */
export type Recipe =
  | { kind: 'plain'; value: unknown }
  | { kind: 'map'; entries: [string, Recipe][] }
  | { kind: 'array'; children: Recipe[] }
  | { kind: 'text'; text: string; embed: boolean }
  | { kind: 'fragment'; children: Recipe[] }
  | { kind: 'element'; name: string; level: unknown; children: Recipe[] }
  | { kind: 'xml-text'; text: string; marks: Record<string, unknown> }

export const strangeKeys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  '__x',
  'a b',
  '🙂',
  'x'.repeat(100),
]

const known = [
  '2027-02-31',
  '0001-01-01',
  '2026-11-22',
  'javascript:alert(1)',
  'struck',
  'joint',
  'high',
  'a0',
  '!',
  'true',
]

const plain: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, 0, -0, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom<unknown>(...known, ...strangeKeys),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.uint8Array({ maxLength: 4 }),
  fc.json().map((text) => JSON.parse(text) as unknown),
  // Turning this one into a number or a text throws.
  fc.constant<unknown>({ valueOf: 1, toString: 1, toJSON: 1 }),
)

const key = fc.oneof(
  fc.constantFrom(...strangeKeys, ...known, 'from', 'name', 'level', 'removed'),
  fc.string({ maxLength: 5 }),
)

export const garbage: fc.Arbitrary<Recipe> = fc.letrec<{ any: Recipe }>((tie) => {
  const children = fc.array(tie('any'), { maxLength: 3 })
  return {
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      plain.map((value): Recipe => ({ kind: 'plain', value })),
      fc.array(fc.tuple(key, tie('any')), { maxLength: 3 }).map((entries): Recipe => ({ kind: 'map', entries })),
      children.map((list): Recipe => ({ kind: 'array', children: list })),
      fc.record({ kind: fc.constant('text' as const), text: fc.string(), embed: fc.boolean() }),
      children.map((list): Recipe => ({ kind: 'fragment', children: list })),
      fc.record({
        kind: fc.constant('element' as const),
        name: fc.constantFrom('paragraph', 'heading', 'bullet_list', 'list_item', 'blockquote', 'hard_break', 'script'),
        level: plain,
        children,
      }),
      fc.record({
        kind: fc.constant('xml-text' as const),
        text: fc.string({ minLength: 1 }),
        marks: fc.dictionary(fc.constantFrom('strong', 'em', 'link', 'constructor'), fc.jsonValue(), { maxKeys: 2 }),
      }),
    ),
  }
}).any

/** Cooks a recipe: a value or a Yjs type that can be put in a document once. */
export function cook(recipe: Recipe): unknown {
  switch (recipe.kind) {
    case 'plain':
      return recipe.value
    case 'map':
      return new Y.Map(recipe.entries.map(([name, value]) => [name, cook(value)]))
    case 'array':
      // Yjs's own array writer takes neither BigInt nor undefined.
      return Y.Array.from(
        recipe.children.map(cook).map((child) => (typeof child === 'bigint' ? String(child) : (child ?? null))),
      )
    case 'text': {
      const text = new Y.Text(recipe.text)
      if (recipe.embed) text.insertEmbed(0, { image: 'x' })
      return text
    }
    case 'fragment': {
      const fragment = new Y.XmlFragment()
      fragment.insert(0, recipe.children.flatMap(cookNode))
      return fragment
    }
    case 'element':
    case 'xml-text':
      return cookNode(recipe)[0]
  }
}

function cookNode(recipe: Recipe): (Y.XmlElement | Y.XmlText)[] {
  if (recipe.kind === 'element') {
    const element = new Y.XmlElement(recipe.name)
    // An attribute can hold anything, whatever Yjs's types say.
    element.setAttribute('level', recipe.level as string)
    element.insert(0, recipe.children.flatMap(cookNode))
    return [element]
  }
  if (recipe.kind !== 'xml-text') return []
  const text = new Y.XmlText()
  text.insert(0, recipe.text, recipe.marks)
  return [text]
}
