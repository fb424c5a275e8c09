/** What a contact person wants to know: that the need has moved, and why; or that nobody has moved it, and what they say to that. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { decisions } from '#src/lists/decisions.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { decidersOf } from '#src/rules/mandate.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay } from '#src/text/format.ts'
import { decidersText, inSentence, refusalText } from '#src/text/refusals.ts'
import { answerBox, made } from './decisionCards.ts'
import { type DecisionFacts, readDeciding } from './decisionFacts.ts'
import { attempt, newId, refusalBox, typedText } from './doing.ts'
import { type Back, carriedShape, type MatterOf } from './matter.ts'
import { type Element, execute, heading, openPage, paragraph, run, runs, textInput } from './parts.ts'
import { routes } from './routes.ts'
import { type Answers, matterCard, type Telling } from './telling.ts'

type Asked<K extends 'moved' | 'stalled'> = { matter: MatterOf<K>; back?: Back | undefined }

const answerShape = v.object({ ...carriedShape.entries, comment: typedText })

/** What was decided, why, and what comes next. */
export async function showMoved(asked: Asked<'moved'>, telling: Telling): Promise<IAdaptiveCard> {
  const { of, words } = telling
  const { t } = words
  const { item, decision: key } = asked.matter
  const [decision, read] = await Promise.all([
    of.store.byKey(decisions, key),
    readDeciding({ item }, telling),
  ])
  const open = openPage(t('bot.whatHappened'), of.tabLink(routes.need(item)))
  if (!read || !decision) return goneCard(asked, telling)
  return matterCard(
    {
      summary: t('bot.movedSummary', { name: read.initiative.title }),
      body: [heading(t('bot.moved')), named(read), ...made(decision, telling), ...comesNext(read, telling)],
      actions: [open],
    },
    { words, ...asked },
  )
}

interface Written {
  id?: string
  comment?: string | undefined
  refusals?: readonly Refusal[]
}

/** Since when, what it waits for, and whether it is still needed. */
export async function showStalled(
  asked: Asked<'stalled'>,
  telling: Telling,
  { id = newId(), comment, refusals = [] }: Written = {},
): Promise<IAdaptiveCard> {
  const { of, words, me, today } = telling
  const { t, word, locale } = words
  const { item } = asked.matter
  const read = await readDeciding({ item }, telling)
  if (!read) return goneCard(asked, telling)
  const { initiative } = read
  const { stage, stageSince, contact, state } = initiative
  const { answered: last } = read
  const isMine = contact?.id === me.id && state === 'active' && !initiative.external && !last
  const data = { ...asked, id }
  const since = stageSince && {
    stage: word('stages', stage),
    day: formatDay(stageSince, locale, today),
    days: daysBetween(stageSince, today),
  }
  return matterCard(
    {
      summary: t('bot.stalledSummary', { name: initiative.title }),
      body: [
        heading(t('bot.stalled')),
        named(read),
        ...(since ? [paragraph(t('bot.stoodStill', since))] : []),
        ...comesNext(read, telling),
        ...(last ? [answerBox(last, telling)] : []),
        ...refusalBox(refusals, words),
        ...(isMine ? [textInput('comment', t('bot.comment'), comment, { isMultiline: true })] : []),
      ],
      actions: [
        ...(isMine
          ? [
              execute({ title: t('bot.stillNeeded'), verb: 'stillNeeded', data, primary: true }),
              execute({ title: t('bot.withdraw'), verb: 'withdrawNeed', data }),
            ]
          : []),
        openPage(t('bot.whatHappened'), of.tabLink(routes.need(item))),
      ],
    },
    { words, ...asked },
  )
}

export const needAnswers: Answers = {
  stillNeeded: (data, telling) => answer(data, 'needed', telling),
  withdrawNeed: (data, telling) => answer(data, 'withdrawn', telling),
}

async function answer(data: unknown, said: 'needed' | 'withdrawn', telling: Telling): Promise<IAdaptiveCard> {
  const { matter, back, id = newId(), comment } = v.parse(answerShape, data)
  if (matter.kind !== 'stalled') throw new TypeError('Another matter than a need was answered as one')
  const { refusals } = await attempt(telling, {
    name: 'answerNeed',
    args: { initiative: matter.item, answer: said, ...(comment && { comment }) },
    id,
  })
  return showStalled({ matter, back }, telling, refusals.length > 0 ? { id, comment, refusals } : {})
}

const named = ({ initiative: { number, title } }: DecisionFacts): Element =>
  runs(run(`${number} `, { isSubtle: true }), run(title, { weight: 'Bolder' }))

/** What it waits for: what is lacking, else whoever decides. */
function comesNext({ may, initiative: { state } }: DecisionFacts, { words }: Telling): Element[] {
  const { t, word } = words
  const { gate, missing, right } = may
  if (!gate || state !== 'active') return []
  const name = inSentence(word('decisionMatters', gate))
  if (missing.length > 0)
    return [paragraph(refusalText({ why: 'missing', matter: gate, needs: missing }, words))]
  const who = right && decidersText(decidersOf(right), words)
  return [paragraph(who ? t('bot.nextBy', { gate: name, who }) : t('bot.next', { gate: name }))]
}

function goneCard(asked: Asked<'moved'> | Asked<'stalled'>, { words, of }: Telling): IAdaptiveCard {
  const { t } = words
  return matterCard(
    {
      summary: t('bot.gone'),
      body: [paragraph(t('bot.gone'))],
      actions: [openPage(t('bot.whatHappened'), of.tabLink(routes.need(asked.matter.item)))],
    },
    { words, ...asked },
  )
}
