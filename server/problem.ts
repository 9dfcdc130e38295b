import type { Context } from 'hono'
import type { Problem } from '../shared/api.ts'

/** Why a request is not answered as asked: one name for each, with what happened and what to do about it. */
const problems = {
  'not-signed-in': {
    status: 401,
    nl: ['U bent niet ingelogd', 'Log in en probeer het opnieuw. Wat u schreef, staat nog op dit apparaat.'],
    en: ['You are not signed in', 'Sign in and try again. What you wrote is still on this device.'],
  },
  'not-allowed': {
    status: 403,
    nl: ['U mag dit niet', 'Uw rol op deze agenda staat dit niet toe. Vraag de coördinator als dat niet klopt.'],
    en: ['You may not do this', 'Your role on this agenda does not allow it. Ask the coordinator if that is wrong.'],
  },
  'not-found': {
    status: 404,
    nl: ['Dit is er niet', 'Misschien is de link oud, of bent u nog niet uitgenodigd. Ga naar uw agenda’s.'],
    en: ['This is not here', 'The link may be old, or you are not invited yet. Go to your agendas.'],
  },
  conflict: {
    status: 409,
    nl: ['Dit bestaat al', 'Iemand anders gebruikt dit nummer al. Probeer het opnieuw.'],
    en: ['This exists already', 'Somebody else uses this id. Try again.'],
  },
  'too-large': {
    status: 413,
    nl: ['Dit is te groot', 'Stuur minder in één keer.'],
    en: ['This is too large', 'Send less at once.'],
  },
  invalid: {
    status: 422,
    nl: ['Dit klopt nog niet', 'Kijk de velden na die hieronder staan. Er is niets veranderd.'],
    en: ['This is not right yet', 'Check the fields named below. Nothing was changed.'],
  },
  'wrong-origin': {
    status: 403,
    nl: ['Deze aanvraag komt van een andere website', 'Open de agenda in een eigen venster en probeer het daar.'],
    en: ['This request comes from another website', 'Open the agenda in a window of its own and try there.'],
  },
  'upgrade-required': {
    status: 426,
    nl: ['Hier hoort een liveverbinding', 'Open de agenda in de browser.'],
    en: ['A live connection belongs here', 'Open the agenda in the browser.'],
  },
  unreadable: {
    status: 503,
    nl: ['Deze agenda kan nu niet open', 'Er is niets kwijt. Vraag de beheerder om de gegevens na te kijken.'],
    en: ['This agenda cannot be opened now', 'Nothing is lost. Ask the administrator to check its data.'],
  },
  unexpected: {
    status: 500,
    nl: ['Er ging iets mis bij ons', 'Wat was opgeslagen, is veilig. Probeer het zo nog eens.'],
    en: ['Something went wrong on our side', 'What was saved is safe. Try again in a moment.'],
  },
} as const satisfies Record<string, { status: number; nl: [string, string]; en: [string, string] }>

export type ProblemName = keyof typeof problems

/** An answer by RFC 9457, in the language that was asked for. */
export function problem(c: Context, name: ProblemName, errors?: Problem['errors']): Response {
  return problemFor(c.req.raw, name, errors)
}

export function problemFor(request: Request, name: ProblemName, errors?: Problem['errors']): Response {
  const { status, ...texts } = problems[name]
  const [title, detail] = texts[prefersEnglish(request) ? 'en' : 'nl']
  const body: Problem = { type: `/problems/${name}`, title, status, detail, ...(errors && { errors }) }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** Dutch, unless English is named first. */
function prefersEnglish(request: Request): boolean {
  const header = request.headers.get('accept-language')?.toLowerCase() ?? ''
  const [dutch, english] = [header.search(/\bnl\b/), header.search(/\ben\b/)]
  return english >= 0 && (dutch < 0 || english < dutch)
}
