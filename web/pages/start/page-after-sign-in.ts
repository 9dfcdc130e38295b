import type { Session } from '../../live/session.ts'

/** Where one goes after signing in: where one wanted to go, or the only agenda, or the list of them. */
export async function pageAfterSignIn(session: Session, wanted: string | undefined): Promise<string> {
  // Only a path of this site: an address from a link must not send anyone elsewhere.
  if (wanted && /^\/(?![/\\])/.test(wanted)) return wanted
  const agendas = await session.agendas()
  const only = agendas.ok && agendas.value.length === 1 ? agendas.value[0] : undefined
  return only ? `/agenda/${only.id}` : '/'
}
