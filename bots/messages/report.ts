/** A month's status report: filled in from the last one, doubted where figures contradict a green light, sent in the card. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { type Aspect, aspects, type Light, lights } from '#src/lists/followUp.ts'
import { readAmount } from '#src/rules/money/amounts.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { contradictionsOf, judgedOn } from '#src/rules/reporting.ts'
import { attempt, newId, typedChoice, typedText } from './doing.ts'
import { isOvertaken, moreShape } from './reportMore.ts'
import { carriedShape, type Back, type MatterOf } from './matter.ts'
import { argsFor, judged, readReport, type Typed, typedFrom } from './reportFacts.ts'
import { formCard, goneCard, sentCard } from './reportCards.ts'
import type { Answers, Telling } from './telling.ts'

type Asked = { matter: MatterOf<'report'>; back?: Back | undefined }

const lightKeys = Object.keys(lights) as Light[]
const typedShape = v.object({
  ...carriedShape.entries,
  economy: typedChoice(lightKeys),
  quality: typedChoice(lightKeys),
  time: typedChoice(lightKeys),
  scope: typedChoice(lightKeys),
  forecast: typedText,
  changed: typedText,
  explanation: typedText,
  ...moreShape,
})

/** The report as it was sent, else the form that sends it. */
export async function showReport(asked: Asked, telling: Telling): Promise<IAdaptiveCard> {
  const read = await readReport(asked.matter, telling)
  if (!read) return goneCard(asked, telling)
  if (read.sent) return sentCard(asked, { ...read, sent: read.sent }, telling)
  return formCard(asked, read, { typed: typedFrom(read.before), id: newId() }, telling)
}

export const reportAnswers: Answers = {
  async sendReport(data, telling) {
    const { matter, back, id = newId(), ...typed } = v.parse(typedShape, data)
    if (matter.kind !== 'report') throw new TypeError('Another matter than a report was sent as one')
    return send({ matter, back }, { typed, id }, telling)
  },
  /** As the report before: one tap. */
  async sendSameReport(data, telling) {
    const { matter, back, id = newId() } = v.parse(carriedShape, data)
    if (matter.kind !== 'report') throw new TypeError('Another matter than a report was sent as one')
    const read = await readReport(matter, telling)
    const typed: Typed = { ...typedFrom(read?.before), changed: telling.words.t('bot.nothingNew') }
    return send({ matter, back }, { typed, id }, telling)
  },
}

async function send(
  asked: Asked,
  { typed, id }: { typed: Typed; id: string },
  telling: Telling,
): Promise<IAdaptiveCard> {
  const read = await readReport(asked.matter, telling)
  if (!read) return goneCard(asked, telling)
  const missing = requiredAspects.filter((aspect) => !typed[aspect])
  const amount = typed.forecast === undefined ? { kr: null } : readAmount(typed.forecast, 'kr')
  if (missing.length > 0 || 'fault' in amount)
    return formCard(asked, read, { typed, id, missing, isAmountWrong: 'fault' in amount }, telling)
  if (isOvertaken(typed, read.before) && !read.sent) {
    const refusals: Refusal[] = [{ why: 'changedByOther', fields: [] }]
    return formCard(asked, read, { typed: withoutMore(typed), id, refusals }, telling)
  }

  const args = argsFor(asked.matter, typed, amount.kr, read.before)
  const { refusals } = await attempt(telling, { name: 'sendReport', args, id })
  const now = (await readReport(asked.matter, telling)) ?? read
  if (now.sent) return sentCard(asked, { ...now, sent: now.sent }, telling, { refusals: othersOf(refusals) })
  const found = isDoubted(refusals)
    ? contradictionsOf({
        report: judged(asked.matter.month, args, now),
        initiative: now.initiative,
        points: now.points,
        on: judgedOn(asked.matter.month, telling.today),
      })
    : []
  return formCard(asked, now, { typed, id, refusals, found }, telling)
}

/** Of the risks of another report. */
const withoutMore = ({ economy, quality, time, scope, forecast, changed, explanation }: Typed): Typed => ({
  economy,
  quality,
  time,
  scope,
  forecast,
  changed,
  explanation,
})

const requiredAspects: readonly Aspect[] = aspects.filter((aspect) => aspect !== 'scope')

const isDoubted = (refusals: readonly Refusal[]) => refusals.some(({ why }) => why === 'unexplained')

/** That it was there already is what the card shows. */
const othersOf = (refusals: readonly Refusal[]) => refusals.filter(({ why }) => why === 'alreadyReported')
