/** What minutes, agendas and their copies say on paper. Papers are the authority's own, and Swedish whoever asks for them. */
import type { Day } from '#src/lists/columns.ts'
import type { ItemEffect } from '#src/lists/meetings.ts'
import { outcomes } from '#src/lists/decisions.ts'
import type { State } from '#src/lists/initiatives.ts'

/** `{place}` is filled in by `say`. */
export const paper = {
  language: 'sv-SE',
  titles: {
    protocol: 'Protokoll',
    notes: 'Minnesanteckningar',
    agenda: 'Dagordning',
    extract: 'Protokollsutdrag',
    notesExtract: 'Utdrag ur minnesanteckningar',
    publication: 'Publiceringsexemplar',
    correction: 'Rättat protokoll',
    notesCorrection: 'Rättade minnesanteckningar',
    summary: 'Sammanfattning',
  },
  titleOf: '{title}: {forum} {day}',
  extractOf: '{title}: {forum} {day}, {item}',
  page: 'Sida {page} av {pages}',

  organisation: 'Organisation',
  forum: 'Forum',
  time: 'Tid',
  timeFromTo: '{day}, kl. {start}–{end}',
  timeFrom: '{day}, kl. {start}',
  movedFrom: 'Flyttat från',
  place: 'Plats',
  betweenMeetings: 'Beslut mellan möten',
  chair: 'Ordförande',
  secretary: 'Sekreterare',
  verifiers: 'Justerare',
  called: 'Kallade',
  caseNumber: 'Diarienummer',
  informationClass: 'Informationsklass',
  paragraphs: 'Paragrafer',
  paragraphRange: '§§ {from}–{to}',
  version: 'Version',
  status: 'Status',
  verifiedOn: 'Justerat {day}',
  settledOn: 'Fastställt {day}',
  sentOn: 'Skickat för justering {day}, inte justerat',
  draft: 'Utkast, inte fastställt',
  agendaSentOn: 'Skickad {day}',
  notSent: 'Utkast, inte skickad',
  provisional: 'Paragrafnumren är preliminära',
  stopDay: 'Handlingsstopp',
  link: 'Möteslänk',

  present: 'Närvarande',
  absent: 'Förhinder',
  name: 'Namn',
  title: 'Befattning',
  postOrCapacity: 'Befattning eller uppdrag',
  as: 'Som',
  atItem: 'Närvarade vid',
  whole: 'Hela mötet',
  partly: 'Del av mötet',
  standsInFor: 'ersätter {name}',

  paragraph: '§ {n} {title}',
  point: '{n}. {title}',
  initiatives: 'Gäller',
  presenter: 'Föredragande',
  question: 'Fråga från {forum}',
  plainQuestion: 'Fråga',
  answer: 'Svar',
  material: 'Underlag',
  appendix: 'Bilaga {n}: {name}',
  proposal: 'Förslag till beslut',
  basis: 'Beslutsunderlag',
  notes: 'Anteckningar',
  proposals: 'Yrkanden',
  decision: 'Beslut',
  outcome: 'Utfall',
  toComplete: 'Ska kompletteras med',
  decidedBy: 'Beslutat av',
  decidedOn: 'Beslutat den',
  voices: 'Varje part har beslutat för sig',
  party: 'Part',
  ownDecision: 'Eget beslut',
  ownCase: 'Diarienummer',
  notDecided: 'Inte beslutat vid mötet',
  roundAgreed: 'Alla parter har beslutat lika.',
  roundRefused: 'Parterna är inte eniga, så inget är beslutat.',
  roundOpen: 'Gäller när alla har beslutat. Fattas: {who}.',
  endorses: '{party} ställer sig bakom ({name}).',
  effect: 'Verkan',
  effectAtVerified: '{effect}. Gäller när protokollet är justerat.',
  effectNow: '{effect}. Gäller från beslutet.',
  atOnce: 'Paragrafen justeras omedelbart.',
  differing: 'Avvikande mening',
  conflict: 'Jäv',
  conflicted: '{name} lämnade ärendet på grund av jäv.',
  conflictedInstead: '{name} lämnade ärendet på grund av jäv. {instead} beslutar i stället.',
  actions: 'Åtgärder',
  otherActions: 'Övriga åtgärder',
  what: 'Vad',
  who: 'Vem',
  by: 'Senast',

  appendices: 'Bilagor',
  appendixTo: '{name}, till {item}',
  sentTo: 'Expedieras till',
  next: 'Nästa möte',
  signatures: 'Underskrifter',
  extractSignature: 'Utdragets riktighet bestyrks',
  role: 'Roll',
  signature: 'Underskrift',
  approved: 'Godkänt digitalt',
  signedOn: 'Datum',
  attestor: 'Bestyrks av',

  correction: 'Rättelse',
  correctionOf: 'Version {of} rättades {day} av {by}.',
  reason: 'Skäl',
  item: 'Ärende',
  field: 'Uppgift',
  before: 'Före',
  after: 'Efter',
  nothing: '(tomt)',

  publicationNote:
    'Namn är ersatta med befattning eller uppdrag. Underskrifter, anteckningar, förhinder och kontaktuppgifter är utelämnade. Originalet finns hos {organisation}.',
  identityNumber: '[personnummer]',
  email: '[e-post]',
  phone: '[telefonnummer]',
  colleague: 'Medarbetare',

  decisions: 'Beslut i korthet',
  noDecisions: 'Inga beslut fattades.',
  openActions: 'Vad som ska göras',
  points: 'Punkter',
  number: 'Nr',
  starts: 'Tid',
  matter: 'Ärende',
  minutes: 'Minuter',
  details: 'Underlag och förslag',

  hash: 'Innehållets kontrollsumma (SHA-256): {hash}',
  howToCheck:
    'Kontrollera: ladda ner mötets innehåll (JSON) i Samstyr och räkna filens SHA-256, till exempel med Get-FileHash i Windows. Summan ska vara densamma.',
  howToCheckAgenda:
    'Samma summa ska stå vid den skickade dagordningen på mötets sida i Samstyr, under Skickade dagordningar.',
  files: {
    minutes: 'Protokoll',
    notes: 'Minnesanteckningar',
    agenda: 'Dagordning',
    extract: 'Protokollsutdrag § {n}',
    itemExtract: 'Utdrag punkt {n}',
    publication: 'Publiceringsexemplar',
    correction: 'Rättelse version {version}',
    edition: 'version {version}',
    draft: 'utkast',
    summary: 'Sammanfattning',
  },
} as const

/** A phrase with its places filled in. */
export const say = (phrase: string, values: Record<string, string | number>) =>
  phrase.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

const long = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const short = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `onsdag 16 oktober 2024`. */
export const weekdayOf = (day: Day) => long.format(new Date(`${day}T00:00:00Z`))

/** `16 oktober 2024`. */
export const dayOf = (day: Day) => short.format(new Date(`${day}T00:00:00Z`))

const kronor = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 })

const roleWords = {
  projectOwner: 'projektägare',
  effectOwner: 'effektägare',
  projectManager: 'projektledare',
  contact: 'kontaktperson',
} as const

const stateWords = {
  active: 'Återupptas',
  paused: 'Pausas',
  stopped: 'Stoppas',
  screenedOut: 'Sorteras bort',
  merged: 'Förs samman med annat',
} as const satisfies Record<State, string>

/** What a decision does with its initiative, in words. */
export function effectOf(
  effect: ItemEffect,
  nameOf: (person: { id: string; name: string }) => string,
): string {
  switch (effect.does) {
    case 'gate': {
      const amount = effect.amountKr === undefined ? '' : `, ${kronor.format(effect.amountKr)} kr`
      return `${effect.gate}: ${outcomes[effect.outcome]}${amount}`
    }
    case 'state':
      return stateWords[effect.to]
    case 'financing': {
      const total = effect.totalKr === undefined ? '' : ` av totalt ${kronor.format(effect.totalKr)} kr`
      return `Finansieras med ${kronor.format(effect.amountKr)} kr${total}`
    }
    case 'owner':
      return `${nameOf(effect.person)} blir ${roleWords[effect.role]}`
    case 'priority':
      return `Får prioritet ${effect.rank}`
  }
}
