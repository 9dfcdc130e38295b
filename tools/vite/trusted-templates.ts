import type { Plugin } from 'vite'

const sink = 't.innerHTML = html;'

/**
 * Lets Solid's `template()` make its nodes under Trusted Types: the one place where it sets innerHTML goes through the
 * policy `solid`. Templates come from our own compiled JSX, never from data. Fails the build when Solid has changed.
 */
export function trustedTemplates(): Plugin {
  let patched = false
  return {
    name: 'trusted-templates',
    apply: 'build',
    transform(code, id) {
      if (!/[\\/]solid-js[\\/]web[\\/]dist[\\/](web|dev)\.js/.test(id)) return
      if (code.split(sink).length !== 2)
        this.error(`solid-js/web has no single "${sink}" any more: see tools/vite/trusted-templates.ts`)
      patched = true
      const policy =
        "const solidPolicy = globalThis.trustedTypes?.createPolicy('solid', { createHTML: (html) => html });\n"
      return {
        code: policy + code.replace(sink, 't.innerHTML = solidPolicy ? solidPolicy.createHTML(html) : html;'),
        map: null,
      }
    },
    buildEnd(error) {
      if (!error && !patched) this.error('solid-js/web was not found in the build, so its templates are not trusted')
    },
  }
}
