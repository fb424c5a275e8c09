/** What the bot remembers: where people and channels are reached, what has been sent to whom, and what each has chosen. */
import {
  choice,
  choices,
  type Day,
  day,
  json,
  note,
  number,
  person,
  type Person,
  ref,
  type Ref,
  text,
  yesNo,
} from './columns.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { isObject, isText } from './shapes.ts'

/** What a reminder is about; whoever doesn't want a kind turns it off. */
export const reminderKinds = {
  verify: 'Justering',
  decision: 'Beslut som väntar',
  report: 'Statusrapporter',
  action: 'Åtgärder',
  agenda: 'Dagordningar',
  moved: 'Behov som flyttats',
  stalled: 'Behov som står stilla',
  meeting: 'Möten och protokoll',
} as const
export type ReminderKind = keyof typeof reminderKinds

/** `unreachable`: blocked or not installed, until the bot hears from them; `removed`: the app was taken away. */
export const addressStates = {
  reachable: 'Nås',
  unreachable: 'Nås inte',
  removed: 'Borttagen',
} as const
export type AddressState = keyof typeof addressStates

export const languages = { sv: 'Svenska', en: 'Engelska' } as const

const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/**
 * Where the bot reaches a person or a forum's channel. `claim`, unique: the Entra id, or `forum/<key>`. A person who can't be reached
 * and never could has a row without conversation: the administrator sees them. `heard`: their latest messages, each as its id and
 * its conversation, answered once each.
 */
export const addresses = defineList(
  'Addresses',
  'Samtal',
  {
    title: text('Namn', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    person: person('Person', { indexed: true }),
    forum: ref('Forum', { indexed: true }),
    conversation: note('Samtalets id'),
    serviceUrl: note('Tjänstens adress'),
    tenant: text('Organisation i Entra'),
    language: choice('Språk', languages),
    state: choice('Läge', addressStates, { required: true, indexed: true }),
    since: day('I läget sedan', { indexed: true }),
    welcomed: yesNo('Välkomnad'),
    heard: json(areTexts)('Senast hörda'),
    installTried: day('Installation prövad'),
    lastError: note('Senaste fel'),
  },
  { load: 'never', large: true, closed: true },
)
export type Address = ItemOf<typeof addresses>
export type AddressDraft = DraftOf<typeof addresses>

/** `digest`: the day's; `urgent`: one matter by itself; `channel`: to a forum. `start` and `sender` are the sender's own rows. */
export const sendingKinds = {
  digest: 'Dagens påminnelser',
  urgent: 'Direkt',
  channel: 'Till forumets kanal',
  start: 'Påminnelserna började',
  sender: 'Utskickets gång',
} as const
export type SendingKind = keyof typeof sendingKinds

/**
 * `waiting`: claimed, nothing is on its way. `sending`: on its way; whoever finds it left so doesn't know whether it came.
 * `unconfirmed`: nobody knows; never sent again by itself.
 */
export const sendingStates = {
  waiting: 'Väntar',
  sending: 'Skickas',
  sent: 'Skickat',
  unconfirmed: 'Obekräftat',
  unreachable: 'Når inte fram',
  failed: 'Misslyckades',
} as const
export type SendingState = keyof typeof sendingStates

/** One line of a message as it was claimed: what it is about and what its words are filled with. */
export interface SentLine {
  /** `kind/item/due/milestone`. */
  key: string
  kind: ReminderKind
  /** Key and title of what is reminded about. */
  item: { key: string; title: string }
  due: string
  milestone: string
  values: Record<string, string | number>
  /** It was in a message that nobody knows came. */
  again?: true
}

const isLine = (value: unknown): value is SentLine =>
  isObject(value) &&
  isText(value.key) &&
  Object.hasOwn(reminderKinds, String(value.kind)) &&
  isObject(value.item) &&
  isText(value.due) &&
  isText(value.milestone) &&
  isObject(value.values)

const areLines = (value: unknown): value is SentLine[] => Array.isArray(value) && value.every(isLine)

/** How a run goes, for the administrator; `until` is the instant (ms) that the sender's right to send ends. */
export interface Progress {
  holder: string
  until: number
  day: string
  digests: number
  urgent: number
  sent: number
  failed: number
  waiting: number
}

const isProgress = (value: unknown): value is Progress =>
  isObject(value) && isText(value.holder) && typeof value.until === 'number' && isText(value.day)

/**
 * A message to one person or channel: claimed before it is sent, with its lines in it. `claim`, unique: `digest/<day>/<Entra id>`,
 * `urgent/<Entra id>/<line>`, `channel/<forum>/<line>`; sent again by hand, the same and `/again/<n>`. `waits`: of those that were there before reminders began, how many are summed up.
 */
export const sendings = defineList(
  'Sendings',
  'Utskick',
  {
    title: text('Utskick', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    kind: choice('Slag', sendingKinds, { required: true, indexed: true }),
    day: day('Dag', { required: true, indexed: true }),
    part: text('Del av dagen', { indexed: true }),
    person: person('Till', { indexed: true }),
    forum: ref('Forum', { indexed: true }),
    state: choice('Läge', sendingStates, { required: true, indexed: true }),
    lines: json(areLines)('Rader'),
    waits: number('Väntade redan'),
    attempts: number('Försök'),
    lastCode: text('Senaste svar'),
    activity: note('Meddelandets id'),
    progress: json(isProgress)('Gång'),
    resentOn: day('Skickat på nytt'),
  },
  { load: 'never', large: true, closed: true },
)
export type Sending = ItemOf<typeof sendings>
export type SendingDraft = DraftOf<typeof sendings> & { key: string }

/** The first character of an Entra id, which is even; whatever begins in another way stands together. */
const LETTERS = '0123456789abcdefx'

/** What a message's `part` is: a day of a large organisation is more rows than SharePoint finds at once, a part of it isn't. */
export function partOf(day: Day, { person, forum }: { person?: Person; forum?: Ref }): string {
  const letter = (person?.id ?? forum?.key ?? '').charAt(0).toLowerCase()
  return `${day}/${letter && LETTERS.includes(letter) ? letter : 'x'}`
}

export const partsOf = (day: Day): string[] => Array.from(LETTERS, (letter) => `${day}/${letter}`)

/** One for each person who has chosen anything; its unique column is the person. */
export const reminderChoices = defineList(
  'ReminderChoices',
  'Påminnelseval',
  {
    title: text('Namn', { required: true }),
    person: person('Person', { required: true, unique: true }),
    time: text('Klockan'),
    off: choices('Vill inte ha', reminderKinds),
    pausedFrom: day('Paus från'),
    pausedTo: day('Paus till'),
  },
  { load: 'never', closed: true },
)
export type ReminderChoice = ItemOf<typeof reminderChoices>
