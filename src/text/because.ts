/** Why something is proposed for an agenda, in words; subject `agenda`. */
import { aspects, statusReports } from '#src/lists/followUp.ts'
import type { Day } from '#src/lists/columns.ts'
import { type AgendaProposal, type Why, whys } from '#src/rules/meetings/agendaFacts.ts'
import { forwardOutcomes, gateOf, isGate } from '#src/rules/gates.ts'
import { whyNotCarriedOut } from '#src/rules/meetings/itemDecision.ts'
import { formatDay, formatKr, formatList, formatMonth } from './format.ts'
import { inSentence, refusalText } from './refusals.ts'
import type { Words } from './words.ts'

/** A sentence without its full stop; empty for an item that was put up without a reason, or with one that nobody knows any more. */
export function becauseText(
  { why, ...values }: Record<string, string | number>,
  words: Words,
  today: Day,
): string {
  if (!isWhy(why)) return ''
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueText(name, value, { words, today })]),
  )
  return words.t(`because.${shapeOf(why, values)}`, said)
}

const isWhy = (why: unknown): why is Why => (whys as readonly unknown[]).includes(why)

/** The same reason reads otherwise where a part of it is unknown. */
const shapes = {
  answer: { needs: 'forum', else: 'answerBack' },
  remitted: { needs: 'toComplete', else: 'remittedOnly' },
  refused: { needs: 'reason', else: 'refusedOnly' },
  gate: { needs: 'days', else: 'gateNow' },
  gateUnsure: { needs: 'days', else: 'gateUnsureNow' },
  newNeed: { needs: 'unit', else: 'newNeedOnly' },
  proposed: { needs: 'person', else: 'proposedOnly' },
} as const

function shapeOf(why: Why, values: Record<string, string | number>) {
  if (!Object.hasOwn(shapes, why)) return why
  const { needs, else: without } = shapes[why as keyof typeof shapes]
  return values[needs] === undefined || values[needs] === '' ? without : why
}

/** The title of the item: of a gate, with its name before it; one from the backlog has its own. */
export function proposedTitle({ title, because, item }: AgendaProposal, words: Words): string {
  if (item !== undefined) return title
  if (because.why === 'financing') return words.t('because.financingTitle', { title })
  const { gate } = because
  return gate === undefined
    ? title
    : words.t('because.gateTitle', { gate: valueText('gate', gate, { words, today: '' }), title })
}

/** The decision that is proposed: of a gate, to go on. */
export function proposedDecision(
  { proposal, item, because: { why, gate } }: AgendaProposal,
  words: Words,
): string | undefined {
  const name = String(gate)
  if (proposal !== undefined || item !== undefined || why === 'financing' || !isGate(name)) return proposal
  const [forward] = forwardOutcomes(name)
  const stage = forward && gateOf(name).outcomes[forward]?.stage
  if (!stage) return undefined
  const [to, by] = [words.word('stages', stage), words.word('decisionMatters', name)]
  return to === by
    ? words.t('because.gateProposalOnly', { stage: inSentence(to) })
    : words.t('because.gateProposal', { stage: inSentence(to), gate: by })
}

function valueText(name: string, value: string | number, { words, today }: { words: Words; today: Day }) {
  const { word, locale, label } = words
  const text = String(value)
  switch (name) {
    case 'day':
      return formatDay(text, locale, today)
    case 'month':
      return formatMonth(text, locale)
    case 'overKr':
    case 'fromKr':
    case 'toKr':
      return formatKr(Number(value), locale)
    case 'gate':
      return word('decisionMatters', text as never)
    case 'stage':
      return inSentence(word('stages', text as never))
    case 'aspect':
    case 'aspects':
      return formatList(
        text.split(',').map((aspect) => (isAspect(aspect) ? label(statusReports, aspect) : aspect)),
        locale,
      )
    case 'reason':
      return reasonText(text, words)
    case 'from':
    case 'to':
      return inSentence(stood(text, words))
    default:
      return value
  }
}

const isAspect = (text: string) => (aspects as readonly string[]).includes(text)

/** What stood in the way, as the server kept it; what somebody wrote by hand as it is. */
function reasonText(text: string, words: Words): string {
  const refusals = whyNotCarriedOut({ refused: text })
  if (refusals.length === 0) return text
  const said = refusals.map((refusal) => refusalText(refusal, words)).join(' ')
  return said.replace(/\.$/, '')
}

/** A stage, a state or a light by its key: no key is of two of them. */
function stood(key: string, { word }: Words): string {
  const found = (['stages', 'states', 'lights'] as const).map((group) => word(group, key as never))
  return found.find((text) => text !== key) ?? key
}
