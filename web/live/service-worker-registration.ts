/** Lets the board open without a connection. A new version takes over on the next load, never under someone's hands. */
export async function registerServiceWorker(): Promise<void> {
  // While developing, Vite serves every module fresh; a kept copy would only be in the way.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(trustedAddress('/service-worker.js'))
    const { active } = await navigator.serviceWorker.ready
    // A page that opens in the moment in which the worker begins is missed by it, and could not fetch its later parts.
    if (!navigator.serviceWorker.controller) active?.postMessage('claim')
  } catch (error) {
    // Private windows and some policies forbid workers: the board works, only not from a cold start without connection.
    console.warn('Opening without a connection will not be possible here.', error)
  }
}

type Policy = { createScriptURL: (url: string) => string }
type PolicyFactory = { createPolicy: (name: string, rules: Policy) => Policy }

/** A worker's address is a Trusted Types sink: ours is a constant, so the policy lets exactly that one pass. */
function trustedAddress(address: '/service-worker.js'): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  if (!trustedTypes) return address
  const policy = trustedTypes.createPolicy('service-worker', {
    createScriptURL: (url) => {
      if (url === address) return url
      throw new TypeError(`Not a worker of this app: ${url}`)
    },
  })
  return policy.createScriptURL(address)
}
