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
  'last-coordinator': {
    status: 409,
    nl: ['Een agenda heeft een coördinator nodig', 'Maak eerst iemand anders coördinator. Er is niets veranderd.'],
    en: ['An agenda needs a coordinator', 'Make somebody else a coordinator first. Nothing was changed.'],
  },
  'invitation-over': {
    status: 409,
    nl: [
      'Deze uitnodiging geldt niet meer',
      'Zij is al gebruikt of ingetrokken. Nodig de persoon zo nodig opnieuw uit.',
    ],
    en: ['This invitation is over', 'It was used or withdrawn. Invite the person again if need be.'],
  },
  withdrawn: {
    status: 410,
    nl: ['Deze versie is niet meer openbaar', 'De coördinator heeft de versie hier weggehaald.'],
    en: ['This version is not public any more', 'The coordinator took the version away here.'],
  },
  'too-soon': {
    status: 429,
    nl: ['Er is net een mail verstuurd', 'Wacht een minuut voor u de volgende laat sturen.'],
    en: ['A mail was just sent', 'Wait a minute before you have the next one sent.'],
  },
  'no-mandate': {
    status: 409,
    nl: [
      'Niemand heeft nu het mandaat van deze partij',
      'Geef iemand het mandaat op de pagina Deelnemers. Stuur daarna de herinnering. Er is geen mail verstuurd.',
    ],
    en: [
      'Nobody holds the mandate of this party now',
      'Give somebody the mandate on the page Participants. Send the reminder after that. No mail was sent.',
    ],
  },
  'no-address': {
    status: 409,
    nl: [
      'Er is geen e-mailadres van wie het mandaat heeft',
      'Nodig deze persoon uit op een e-mailadres, of bel zelf. Er is geen mail verstuurd.',
    ],
    en: [
      'There is no address of who holds the mandate',
      'Invite this person at an address, or call them. No mail was sent.',
    ],
  },
  'step-closed': {
    status: 409,
    nl: ['Deze stap staat niet meer open', 'Kijk hoe de stap er nu staat. Er is geen mail verstuurd.'],
    en: ['This step is not open any more', 'See how the step stands now. No mail was sent.'],
  },
  'adoption-changed': {
    status: 409,
    nl: [
      'Deze stap is intussen ingevuld',
      'Kijk hoe de stap er nu staat. Bewaar daarna opnieuw als u iets anders weet. Er is niets veranderd.',
    ],
    en: [
      'This step was filled in meanwhile',
      'See how the step stands now. Save once more after that if you know otherwise. Nothing was changed.',
    ],
  },
  'reminded-today': {
    status: 429,
    nl: [
      'Vandaag is al een herinnering verstuurd',
      'Voor elke stap kan er één per dag uit. Probeer het morgen opnieuw, of bel de partij.',
    ],
    en: ['A reminder was sent today already', 'Each step has one a day. Try again tomorrow, or call the party.'],
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
  bsn: {
    status: 422,
    nl: [
      'Hier staat een burgerservicenummer in',
      'Zo’n nummer hoort niet op de agenda: het gaat hier om beleid, niet om één kind. Haal het nummer weg en probeer het opnieuw. Er is niets bewaard.',
    ],
    en: [
      'This holds a citizen service number',
      'Such a number does not belong on the agenda, which is about policy and not about one child. Take it out and try again. Nothing was kept.',
    ],
  },
  'other-state': {
    status: 409,
    nl: ['Dit kan nu niet', 'De reactie is intussen ingetrokken, verborgen of gemeld. Kijk hoe zij er nu staat.'],
    en: ['This cannot be done now', 'The comment was withdrawn, hidden or reported meanwhile. See how it stands now.'],
  },
  stale: {
    status: 409,
    nl: ['De agenda is intussen gewijzigd', 'Bekijk opnieuw wat u vaststelt. Er is niets vastgelegd.'],
    en: ['The agenda was changed meanwhile', 'Look again at what you freeze. Nothing was frozen.'],
  },
  'name-needed': {
    status: 422,
    nl: ['Wij weten uw naam nog niet', 'Vul uw naam in. Uw link of code werkt daarna nog gewoon.'],
    en: ['We do not know your name yet', 'Enter your name. Your link or code still works after that.'],
  },
  'wrong-code': {
    status: 422,
    nl: ['Deze code klopt niet', 'Kijk de code na in uw mail. Vul hem in op hetzelfde apparaat waarop u erom vroeg.'],
    en: ['This code is not right', 'Check the code in your mail. Enter it on the device on which you asked for it.'],
  },
  expired: {
    status: 410,
    nl: ['Deze link of code werkt niet meer', 'Misschien is hij al gebruikt. Vraag een nieuwe mail om in te loggen.'],
    en: ['This link or code works no more', 'It may have been used already. Ask for a new mail to sign in.'],
  },
  'too-many': {
    status: 429,
    nl: ['Dit is te vaak gevraagd', 'Wacht even en probeer het dan opnieuw. Kijk ook in uw map met ongewenste mail.'],
    en: ['This was asked too often', 'Wait a while and try again. Look in your folder for unwanted mail as well.'],
  },
  'too-fast': {
    status: 429,
    nl: ['Dit gaat te snel', 'Wacht even en probeer het dan opnieuw. Er is niets veranderd.'],
    en: ['This goes too fast', 'Wait a moment and try again. Nothing was changed.'],
  },
  'wrong-origin': {
    status: 403,
    nl: ['Deze aanvraag komt van een andere website', 'Open de agenda in een eigen venster en probeer het daar.'],
    en: ['This request comes from another website', 'Open the agenda in a window of its own and try there.'],
  },
  'connection-over': {
    status: 410,
    nl: ['De verbinding is verbroken', 'Uw scherm maakt vanzelf een nieuwe. Wat u schreef, staat nog op dit apparaat.'],
    en: ['The connection is over', 'Your screen makes a new one by itself. What you wrote is still on this device.'],
  },
  'upgrade-required': {
    status: 426,
    nl: ['Hier hoort een liveverbinding', 'Open de agenda in de browser.'],
    en: ['A live connection belongs here', 'Open the agenda in the browser.'],
  },
  'read-only': {
    status: 503,
    nl: ['Er kan nu niets worden opgeslagen', 'Lezen kan wel. Probeer het zo nog eens; de beheerder weet ervan.'],
    en: ['Nothing can be saved now', 'Reading goes on. Try again in a moment; the administrator knows of it.'],
  },
  'export-too-large': {
    status: 507,
    nl: [
      'Dit bestand is te groot om hier te maken',
      'Kies een deel, zoals één thema of één partij. Of kies ODT of CSV: die vragen minder. Er is niets veranderd.',
    ],
    en: [
      'This file is too large to make here',
      'Choose a part, such as one theme or one party. Or choose ODT or CSV, which take less. Nothing was changed.',
    ],
  },
  'export-busy': {
    status: 503,
    nl: ['Er wachten nu veel mensen op een bestand', 'Probeer het over een minuut opnieuw. Er is niets veranderd.'],
    en: ['Many people are waiting for a file', 'Try again in a minute. Nothing was changed.'],
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
export function prefersEnglish(request: Request): boolean {
  const header = request.headers.get('accept-language')?.toLowerCase() ?? ''
  const [dutch, english] = [header.search(/\bnl\b/), header.search(/\ben\b/)]
  return english >= 0 && (dutch < 0 || english < dutch)
}
