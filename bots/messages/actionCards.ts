/** How an action looks in a card: what it is about and, while it is mine and open, what can be done with it. */
import type { ActionArray, IAdaptiveCard, IDateInput, IShowCardAction } from '@microsoft/teams.cards'
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import type { Person } from '#src/lists/columns.ts'
import { papers } from '#src/lists/minutes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay } from '#src/text/format.ts'
import type { SentenceKey } from '#src/text/words.ts'
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
  textInput,
} from './parts.ts'
import { routes } from './routes.ts'
import { matterCard, type Telling } from './telling.ts'

type Asked = { matter: MatterOf<'action'>; back?: Back | undefined }

/** What was typed, which stays in sight until it is done. */
export interface Written {
  id: string
  part?: 'move' | 'hand'
  due?: string | undefined
  reason?: string | undefined
  name?: string | undefined
  /** Those of the name, to choose between. */
  found?: readonly Person[]
  lacks?: SentenceKey
  refusals?: readonly Refusal[]
  did?: 'moved' | 'handed'
}

const doneTexts = { moved: 'bot.actionMoved', handed: 'bot.actionHanded' } as const

export function writingCard(
  asked: Asked,
  action: ActionItem | undefined,
  written: Written,
  telling: Telling,
): IAdaptiveCard {
  const { words, of, me, today } = telling
  const { t, locale, label } = words
  const open = openPage(t('bot.openActions'), of.tabLink(routes.actions))
  if (!action)
    return matterCard(
      { summary: t('bot.gone'), body: [paragraph(t('bot.gone'))], actions: [open] },
      { words, ...asked },
    )
  const { title, owner, due, forum, initiative, comment, state, closedOn } = action
  const day = formatDay(due, locale, today)
  const isMine = owner.id === me.id && state === 'open'
  const body: Element[] = [
    heading(t('bot.action')),
    paragraph(title, { weight: 'Bolder' }),
    ...(state === 'open'
      ? []
      : [
          box('good', paragraph(t('bot.actionClosed', { day: formatDay(closedOn ?? today, locale, today) }))),
        ]),
    ...(written.did ? [box('good', paragraph(t(doneTexts[written.did], { day, who: owner.name })))] : []),
    ...facts([
      [label(actionItems, 'due'), day],
      [label(actionItems, 'owner'), owner.name],
      [t('bot.forum'), forum.title],
      [label(actionItems, 'initiative'), initiative?.title],
      [label(actionItems, 'comment'), comment],
    ]),
    ...refusalBox(written.refusals ?? [], words),
    ...(written.lacks ? [box('attention', paragraph(t(written.lacks)))] : []),
  ]
  const summary = t('bot.actionSummary', { name: title, day })
  if (!isMine) return matterCard({ summary, body, actions: [open] }, { words, ...asked })
  const drawn = { asked, action, written, telling }
  return matterCard(
    {
      summary,
      body: [...body, ...(written.part ? inputs(written.part, drawn) : [])],
      actions: [...deeds(drawn), open],
    },
    { words, ...asked },
  )
}

interface Drawn {
  asked: Asked
  action: ActionItem
  written: Written
  telling: Telling
}

/** All three, each opening its own form; or only the one that is being written, until it is done. */
function deeds(drawn: Drawn): ActionArray {
  const { asked, action, written, telling } = drawn
  const { t } = telling.words
  const data = { ...asked, id: written.id, version: action.version }
  const send = {
    move: execute({ title: t('bot.saveDay'), verb: 'actionMove', data, primary: true }),
    hand: execute({ title: t('bot.handOver'), verb: 'actionHand', data, primary: true }),
  }
  if (written.part)
    return [send[written.part], executeAlone({ title: t('app.cancel'), verb: 'open', data: { ...asked } })]
  const opened = (part: 'move' | 'hand', title: string): IShowCardAction => ({
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', version: '1.5', body: inputs(part, drawn), actions: [send[part]] },
  })
  return [
    executeAlone({ title: t('bot.actionDone'), verb: 'actionDone', data, primary: true }),
    opened('move', t('bot.newDay')),
    opened('hand', t('bot.handOverTo')),
  ]
}

function inputs(part: 'move' | 'hand', { action, written, telling }: Drawn): Element[] {
  const { words, today } = telling
  const { t, label } = words
  // Called as a refusal calls it. Both forms stand in one card, where no two inputs may have the same name.
  const reason = textInput(`${part}Reason`, label(papers, 'reason'), written.reason, { maxLength: 500 })
  if (part === 'move') {
    const day: IDateInput = {
      type: 'Input.Date',
      id: 'due',
      label: label(actionItems, 'due'),
      value: written.due ?? (action.due > today ? action.due : today),
      min: today,
    }
    return [day, reason]
  }
  const { found = [], name } = written
  return [
    textInput('name', t('bot.whoName'), name, { maxLength: 100, placeholder: t('bot.whoNameHint') }),
    ...(found.length > 0
      ? [
          choiceInput(
            'person',
            t('bot.whichOne'),
            found.map((one) => ({ title: one.name, value: one.id })),
            found.length === 1 ? found[0]?.id : undefined,
          ),
        ]
      : []),
    reason,
  ]
}
