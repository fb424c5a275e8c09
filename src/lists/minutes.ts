/** The record of meetings: the numbers of paragraphs, what was frozen when, who approved it, and the administration's positions. */
import { choice, day, note, number, person, ref, refs, text } from './columns.ts'
import { defineList, type ItemOf } from './list.ts'

/**
 * The number of an item in a forum's minutes. `claim` is unique (`f-pf/2024/8`): two servers that fix minutes at once never give
 * one number twice, and each takes the next free. The key is made from the item, so that an item has one number. The first of those
 * that are numbered together names them all in `run`, in order: their numbers follow on its own, whoever writes them down.
 */
export const paragraphs = defineList(
  'Paragraphs',
  'Paragrafer',
  {
    title: text('Ärende', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    year: number('År', { required: true, indexed: true }),
    number: number('Paragraf', { required: true }),
    meeting: ref('Möte', { required: true, indexed: true }),
    item: ref('Punkt', { required: true, indexed: true }),
    run: refs('Numreras tillsammans'),
    fixedOn: day('Fastställd den', { required: true }),
  },
  { load: 'route', large: true },
)
export type Paragraph = ItemOf<typeof paragraphs>

export const paperKinds = {
  agenda: 'Dagordning',
  minutes: 'Protokoll',
  notes: 'Minnesanteckningar',
  correction: 'Rättelse',
  publication: 'Publiceringsexemplar',
  extract: 'Protokollsutdrag',
  summary: 'Sammanfattning',
} as const
export type PaperKind = keyof typeof paperKinds

/**
 * A picture of what was sent or fixed, never changed: JSON, in as many rows as a note's 63,999 characters ask for, joined in the
 * order of `part`. `claim`: `<meeting or item>/<kind>/<version>/<part>`. `hash`: SHA-256 of the whole text. The first row tells of
 * the file. What is made from another paper, as an extract or a copy to publish, has that one's hash and no content of its own.
 */
export const papers = defineList(
  'Papers',
  'Handlingar',
  {
    title: text('Handling', { required: true }),
    meeting: ref('Möte', { required: true, indexed: true }),
    item: ref('Punkt', { indexed: true }),
    kind: choice('Slag', paperKinds, { required: true }),
    edition: number('Version', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    part: number('Del', { required: true }),
    parts: number('Antal delar', { required: true }),
    content: note('Innehåll', { onDemand: true }),
    hash: text('Kontrollsumma', { required: true }),
    file: note('Fil'),
    fileName: text('Filnamn'),
    pdf: note('PDF'),
    fileHash: text('Filens kontrollsumma'),
    reason: note('Varför ändrad'),
    by: person('Av', { required: true }),
    sentOn: day('Skickad den', { required: true, indexed: true }),
  },
  { load: 'route', large: true },
)
export type Paper = ItemOf<typeof papers>

export const answers = { asked: 'Väntar', approved: 'Godkänt', returned: 'Åter med synpunkter' } as const
export type Answer = keyof typeof answers

/** Who is asked to verify a version of the minutes, or one paragraph at once, and what they answered. `claim`: `<meeting or item>/<version>/<Entra id>`. */
export const verifications = defineList(
  'Verifications',
  'Justeringar',
  {
    title: text('Justering', { required: true }),
    meeting: ref('Möte', { required: true, indexed: true }),
    item: ref('Punkt', { indexed: true }),
    edition: number('Version', { required: true }),
    hash: text('Kontrollsumma', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    person: person('Justerare', { required: true, indexed: true }),
    answer: choice('Svar', answers, { required: true, indexed: true }),
    comment: note('Synpunkter'),
    askedOn: day('Skickad den', { required: true }),
    answeredOn: day('Svarat den'),
  },
  { load: 'route', large: true },
)
export type Verification = ItemOf<typeof verifications>

/** The administration's view on a joint item before the meeting, and what came of it. `claim`: `<item>/<unit>`. */
export const positions = defineList(
  'Positions',
  'Ståndpunkter',
  {
    title: text('Ärende', { required: true }),
    item: ref('Punkt', { required: true, indexed: true }),
    meeting: ref('Möte', { indexed: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    initiative: ref('Initiativ', { indexed: true }),
    unit: ref('Förvaltning', { required: true }),
    claim: text('Gäller', { required: true, unique: true }),
    position: note('Ståndpunkt', { required: true }),
    by: person('Fastställd av', { required: true }),
    day: day('Dag', { required: true }),
    result: note('Utfall i forumet'),
  },
  { load: 'route' },
)
export type Position = ItemOf<typeof positions>
