/** A gate that waits: what it is about and, where the mandate is one person's, the decision itself. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { type Outcome, outcomes } from '#src/lists/decisions.ts'
import { readAmount } from '#src/rules/money/amounts.ts'
import { inSentence } from '#src/text/refusals.ts'
import { decidingCard, type Written } from './decisionCards.ts'
import { asksAmount, choicesIn, readDeciding } from './decisionFacts.ts'
import { attempt, newId, typedChoice, typedText } from './doing.ts'
import { type Back, carriedShape, type MatterOf } from './matter.ts'
import type { Answers, Telling } from './telling.ts'

type Asked = { matter: MatterOf<'decision'>; back?: Back | undefined }

const typedShape = v.object({
  ...carriedShape.entries,
  outcome: typedChoice(Object.keys(outcomes) as Outcome[]),
  wording: typedText,
  grounds: typedText,
  amount: typedText,
  agreed: typedText,
})

export const showDecision = (asked: Asked, telling: Telling): Promise<IAdaptiveCard> =>
  draw(asked, telling, { id: newId() })

export const decisionAnswers: Answers = {
  async decide(data, telling) {
    const { matter, back, id = newId(), version, ...typed } = v.parse(typedShape, data)
    if (matter.kind !== 'decision') throw new TypeError('Another matter than a decision was decided')
    const asked: Asked = { matter, back }
    const { gate, item } = matter
    const { outcome, grounds, agreed } = typed
    const facts = await readDeciding(matter, telling)
    if (!facts) return draw(asked, telling, { id })
    const { t, word } = telling.words
    const choice = choicesIn(facts).find((one) => one.outcome === outcome)
    const amount = typed.amount === undefined ? { kr: null } : readAmount(typed.amount, 'kr')
    const written = { id, ...typed }
    // What was decided with this very card is asked for again below, and answered as it was.
    if (!outcome && !facts.isPast) return draw(asked, telling, { ...written, lacks: 'bot.chooseOutcome' })
    if ('fault' in amount) return draw(asked, telling, { ...written, lacks: 'report.notANumber' })
    if (!outcome) return draw(asked, telling, { id })
    const wording =
      typed.wording ??
      t('decision.defaultWording', {
        post: choice?.by.mandate.title ?? '',
        number: facts.initiative.number,
        initiative: facts.initiative.title,
        matter: inSentence(word('decisionMatters', gate)),
        outcome: word('outcomes', outcome).toLowerCase(),
      })
    const { refusals } = await attempt(telling, {
      name: 'decideGate',
      args: {
        initiative: item,
        gate,
        outcome,
        wording,
        ...(grounds && { grounds }),
        ...(agreed === 'yes' && { agreed: true }),
        ...(amount.kr !== null && asksAmount(gate, [outcome]) && { amountKr: amount.kr }),
      },
      id,
      seen: version === undefined ? {} : { [item]: version },
    })
    return draw(asked, telling, refusals.length > 0 ? { ...written, refusals } : { id: newId() })
  },
}

async function draw(asked: Asked, telling: Telling, written: Written): Promise<IAdaptiveCard> {
  return decidingCard(asked, await readDeciding(asked.matter, telling), written, telling)
}
