/** How a report looks in a card: its form, as it was sent, and when there is nothing to report on. */
import type { IAdaptiveCard, IColumn } from '@microsoft/teams.cards'
import {
  type Aspect,
  aspects,
  type Light,
  lights,
  type StatusReport,
  statusReports,
} from '#src/lists/followUp.ts'
import { may } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { changesBetween, type Contradiction, reportRefusals } from '#src/rules/reporting.ts'
import { formatDay, formatKrExact, formatList, formatMonth } from '#src/text/format.ts'
import { inSentence } from '#src/text/refusals.ts'
import { changeText, contradictionText, questionText } from '#src/text/reportSayings.ts'
import { refusalBox } from './doing.ts'
import type { Back, MatterOf } from './matter.ts'
import {
  box,
  choiceInput,
  type Element,
  execute,
  executeAlone,
  facts,
  heading,
  openPage,
  paragraph,
  quiet,
  run,
  runs,
  textInput,
} from './parts.ts'
import { moreButton, moreFields, risksText } from './reportMore.ts'
import type { ReportFacts, Typed } from './reportFacts.ts'
import { routes } from './routes.ts'
import { matterCard, type Telling } from './telling.ts'

interface Asked {
  matter: MatterOf<'report'>
  back?: Back | undefined
}

const shapes: Record<Light, string> = { green: '●', yellow: '▲', red: '■' }
const lightKeys = Object.keys(lights) as Light[]

/** What was typed stays, whatever kept it from being sent. */
interface Written {
  typed: Typed
  id: string
  refusals?: readonly Refusal[]
  /** What contradicts a green light. */
  found?: readonly Contradiction[]
  missing?: readonly Aspect[]
  isAmountWrong?: boolean
}

export function formCard(
  asked: Asked,
  read: ReportFacts,
  { typed, id, refusals = [], found = [], missing = [], isAmountWrong = false }: Written,
  telling: Telling,
): IAdaptiveCard {
  const { words, of, me, today } = telling
  const { t, label, locale } = words
  const { matter, back } = asked
  const { initiative, before, allocationKr } = read
  const inTab = openPage(t('bot.openReport'), of.tabLink(routes.report(matter.item, matter.month)))
  const summary = t('bot.reportSummary', { month: monthOf(matter, telling), name: initiative.title })
  const head = [heading(t('report.title', { month: monthOf(matter, telling) })), named(read)]
  const against = [
    ...(may('report', { id: me.id, roles: [] }, initiative)
      ? []
      : [{ why: 'notYourTask' as const, roles: ['projectManager' as const, 'projectOwner' as const] }]),
    ...reportRefusals(initiative, matter.month, today),
  ]
  if (against.length > 0)
    return matterCard(
      { summary, body: [...head, ...refusalBox(against, words)], actions: [inTab] },
      { words, ...asked },
    )
  const wrong = [
    ...(missing.length > 0
      ? [
          t('report.chooseLight', {
            aspects: formatList(
              missing.map((aspect) => inSentence(label(statusReports, aspect))),
              locale,
            ),
          }),
        ]
      : []),
    ...(isAmountWrong ? [t('report.notANumber')] : []),
  ]
  const others = refusals.filter(({ why }) => why !== 'unexplained' || found.length === 0)
  const body: Element[] = [
    ...head,
    ...(before ? [quiet(t('bot.filledFrom', { month: formatMonth(before.month, locale) }))] : []),
    ...(wrong.length > 0 ? [box('attention', ...wrong.map((text) => paragraph(text)))] : []),
    ...refusalBox(others, words),
    ...pairs(aspects.map((aspect) => lightInput(aspect, typed[aspect], telling))),
    ...question(found, typed, telling),
    textInput('forecast', label(statusReports, 'forecastKr'), typed.forecast, {
      maxLength: 30,
      ...(allocationKr !== undefined && {
        placeholder: t('bot.allocated', { kr: formatKrExact(allocationKr, locale) }),
      }),
    }),
    textInput('changed', label(statusReports, 'changed'), typed.changed, { isMultiline: true }),
    moreFields(typed, before, words),
  ]
  const data = { matter, ...(back && { back }), id }
  const actions = [
    execute({
      title: t('report.send'),
      verb: 'sendReport',
      data: { ...data, ...(before && { riskOf: before.key }) },
      primary: true,
    }),
    ...(before && found.length === 0
      ? [executeAlone({ title: t('bot.sendSame'), verb: 'sendSameReport', data })]
      : []),
    moreButton(before, words),
    inTab,
  ]
  return matterCard({ summary, body, actions }, { words, ...asked })
}

/** As it was sent: nothing can be done with it any more. */
export function sentCard(
  asked: Asked,
  { sent, before, ...read }: ReportFacts & { sent: StatusReport },
  telling: Telling,
  { refusals = [] }: { refusals?: readonly Refusal[] } = {},
): IAdaptiveCard {
  const { words, of, me, today } = telling
  const { t, label, locale, word } = words
  const month = monthOf(asked.matter, telling)
  const summary = t('bot.reportedSummary', { month, name: read.initiative.title })
  const changes = before ? changesBetween(before, sent) : []
  const body: Element[] = [
    heading(t('bot.reported', { month })),
    named(read),
    quiet(t('report.by', { who: sent.by.name, day: formatDay(sent.sentOn, locale, today) })),
    // Sent by somebody else meanwhile: what I wrote isn't there.
    ...(sent.by.id === me.id ? [] : refusalBox(refusals, words)),
    ...facts([
      ...aspects.map((aspect) => {
        const light = sent[aspect]
        return [
          label(statusReports, aspect),
          light && `${shapes[light]} ${word('lights', light).toLowerCase()}`,
        ] as const
      }),
      [
        label(statusReports, 'forecastKr'),
        sent.forecastKr === undefined ? undefined : formatKrExact(sent.forecastKr, locale),
      ],
      [label(statusReports, 'changed'), sent.changed],
      [label(statusReports, 'explanation'), sent.explanation],
      [label(statusReports, 'next'), sent.next],
      [label(statusReports, 'risks'), risksText(sent.risks ?? [], words)],
    ]),
    ...changes.slice(0, MOST_CHANGES).map((change) => quiet(changeText(change, words))),
  ]
  const link = of.tabLink(routes.report(asked.matter.item, asked.matter.month))
  return matterCard({ summary, body, actions: [openPage(t('bot.openReport'), link)] }, { words, ...asked })
}

const MOST_CHANGES = 5

/** Not there, or only for those whom the bot can't tell from others. */
export function goneCard(asked: Asked, { words, of }: Telling): IAdaptiveCard {
  const { t } = words
  const link = of.tabLink(routes.report(asked.matter.item, asked.matter.month))
  return matterCard(
    {
      summary: t('bot.gone'),
      body: [paragraph(t('bot.gone'))],
      actions: [openPage(t('bot.openReport'), link)],
    },
    { words, ...asked },
  )
}

const monthOf = ({ month }: MatterOf<'report'>, { words }: Telling) => formatMonth(month, words.locale)

const named = ({ initiative: { number, title } }: Pick<ReportFacts, 'initiative'>): Element =>
  runs(run(`${number} `, { isSubtle: true }), run(title, { weight: 'Bolder' }))

const lightInput = (aspect: Aspect, value: Light | undefined, { words: { t, label, word } }: Telling) =>
  choiceInput(
    aspect,
    label(statusReports, aspect) + (aspect === 'scope' ? ` (${t('report.optional')})` : ''),
    lightKeys.map((light) => ({ value: light, title: `${shapes[light]} ${word('lights', light)}` })),
    value,
  )

/** Two beside each other; on a phone Teams puts them under each other. */
function pairs(inputs: readonly Element[]): Element[] {
  const column = (input: Element): IColumn => ({ type: 'Column', width: 'stretch', items: [input] })
  return inputs.flatMap((input, i) => {
    const next = inputs[i + 1]
    if (i % 2 === 1) return []
    return [{ type: 'ColumnSet' as const, columns: [input, ...(next ? [next] : [])].map(column) }]
  })
}

/** Is the green light right? Change it, or say why before it is sent. */
function question(found: readonly Contradiction[], typed: Typed, { words, today }: Telling): Element[] {
  if (found.length === 0) return []
  const { t, label } = words
  return [
    box(
      'warning',
      ...found
        .slice(0, MOST_CHANGES)
        .map((one) =>
          runs(
            run(`${questionText(one, words)} `, { weight: 'Bolder' }),
            run(contradictionText(one, words, today)),
          ),
        ),
      paragraph(t('report.question')),
    ),
    textInput('explanation', label(statusReports, 'explanation'), typed.explanation, { isMultiline: true }),
  ]
}
