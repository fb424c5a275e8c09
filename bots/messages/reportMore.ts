/** Risks and the next step in a report's card: as in the report before until somebody asks to see them, so that most never need to. */
import type { IContainer, IToggleVisibilityAction } from '@microsoft/teams.cards'
import * as v from 'valibot'
import {
  type Risk,
  type RiskLevel,
  riskLevels,
  type StatusReport,
  statusReports,
} from '#src/lists/followUp.ts'
import type { Words } from '#src/text/words.ts'
import { typedChoice, typedText } from './doing.ts'
import { choiceInput, type Element, heading, paragraph, plain, quiet, textInput } from './parts.ts'

/** More than these are changed in the tab; they stay as they are. */
const ids = ['risk0', 'risk1', 'risk2', 'risk3', 'risk4', 'risk5'] as const
const CONTAINER = 'more'
const LONGEST_RISK = 250
/** A longer next step stays as it is, and is changed in the tab. */
const LONGEST_NEXT = 2000

const levels = Object.keys(riskLevels) as RiskLevel[]
const standing = typedChoice([...levels, 'closed'])

/** Absent: untouched. An emptied field takes away what stood there. */
export const moreShape = {
  /** Key of the report that the risks are of. */
  riskOf: v.optional(v.pipe(v.string(), v.maxLength(255))),
  risk0: standing,
  risk1: standing,
  risk2: standing,
  risk3: standing,
  risk4: standing,
  risk5: standing,
  newRisk: typedText,
  newRiskLevel: typedChoice(levels),
  next: v.optional(v.pipe(v.string(), v.maxLength(4000), v.trim())),
}
export type MoreTyped = v.InferOutput<v.ObjectSchema<typeof moreShape, undefined>>

const openRisks = (before: StatusReport | undefined): Risk[] =>
  (before?.risks ?? []).filter(({ closed }) => !closed)

/** The report's risks: those of the one before as they were changed, and a new one. */
export function risksOf(typed: MoreTyped, before: StatusReport | undefined): Risk[] {
  const kept = openRisks(before).map((risk, i): Risk => {
    const chosen = ids[i] && typed[ids[i]]
    if (chosen === undefined) return risk
    return chosen === 'closed' ? { ...risk, closed: true } : { ...risk, level: chosen }
  })
  const { newRisk, newRiskLevel = 'medium' } = typed
  return newRisk ? [...kept, { text: newRisk.slice(0, LONGEST_RISK), level: newRiskLevel }] : kept
}

export const nextOf = ({ next }: MoreTyped, before: StatusReport | undefined): string | undefined =>
  (next ?? before?.next) || undefined

/** Whether the card showed the risks of another report than there is before this one now. */
export const isOvertaken = ({ riskOf }: MoreTyped, before: StatusReport | undefined): boolean =>
  riskOf !== undefined && riskOf !== before?.key

/** What was typed stays in sight. */
const isTouched = (typed: MoreTyped, before: StatusReport | undefined): boolean =>
  typed.newRisk !== undefined ||
  (nextOf(typed, before) ?? '') !== (before?.next ?? '') ||
  openRisks(before).some(({ level }, i) => ids[i] && (typed[ids[i]] ?? level) !== level)

export function moreButton(before: StatusReport | undefined, { t }: Words): IToggleVisibilityAction {
  const title = t('bot.risksAndNext', { count: openRisks(before).length })
  return { type: 'Action.ToggleVisibility', title, targetElements: [CONTAINER] }
}

/** Fields that are out of sight are sent as they are. */
export function moreFields(typed: MoreTyped, before: StatusReport | undefined, words: Words): IContainer {
  const { t, label, word } = words
  const open = openRisks(before)
  const choices = levels.map((level) => ({ value: level, title: word('riskLevels', level) }))
  const risks = ids.flatMap((id, i): Element[] => {
    const risk = open[i]
    if (!risk) return []
    return [
      paragraph(plain(risk.text, LONGEST_RISK)),
      choiceInput(
        id,
        t('report.risk', { number: i + 1 }),
        [...choices, { value: 'closed', title: t('report.riskClosed') }],
        typed[id] ?? risk.level,
      ),
    ]
  })
  return {
    type: 'Container',
    id: CONTAINER,
    separator: true,
    ...(!isTouched(typed, before) && { isVisible: false }),
    items: [
      ...((before?.next?.length ?? 0) > LONGEST_NEXT
        ? []
        : [
            textInput('next', label(statusReports, 'next'), typed.next ?? before?.next, {
              isMultiline: true,
            }),
          ]),
      heading(label(statusReports, 'risks'), 'Default'),
      ...risks,
      ...(open.length > ids.length ? [quiet(t('bot.moreRisks', { count: open.length - ids.length }))] : []),
      textInput('newRisk', t('bot.newRisk'), typed.newRisk, { maxLength: LONGEST_RISK }),
      choiceInput('newRiskLevel', t('report.riskLevel'), choices, typed.newRiskLevel ?? 'medium'),
    ],
  }
}

/** As they were sent: those that are over at last. */
export function risksText(risks: readonly Risk[], { t, word }: Words): string | undefined {
  const told = risks
    .toSorted((a, b) => Number(a.closed ?? false) - Number(b.closed ?? false))
    .slice(0, ids.length)
    .map(({ text, level, closed }) => {
      const how = closed ? t('report.riskClosed') : word('riskLevels', level)
      return `${plain(text, LONGEST_RISK / 2)} (${how.toLowerCase()})`
    })
  const more = risks.length - told.length
  return [...told, ...(more > 0 ? [t('bot.moreRisks', { count: more })] : [])].join('; ') || undefined
}
