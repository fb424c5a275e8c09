/** Messages on a stand: cards asked for and answered as somebody, by the same actions as the server runs. */
import type { IAdaptiveCard, IExecuteAction } from '@microsoft/teams.cards'
import { runAction } from '#src/actions/index.ts'
import { listStore } from '#src/graph/listStore.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { type Answering, createMessages, type Language } from '#bots/messages/messages.ts'
import { type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

export const TAB = 'https://tab.example'

export function talkingOn(stand: Stand, { today = TODAY }: { today?: string } = {}) {
  const told: Notice[] = []
  const logged: unknown[] = []
  const keep = (...said: unknown[]) => void logged.push(said)
  const of: Answering = {
    store: listStore({ graph: stand.graphAs('server'), site: stand.site, narrow: () => false }),
    today: async () => today,
    run: (name, args, me, key, seen = {}) =>
      runAction(
        { ...stand.work('director'), me, key, seen, today, tell: (notice) => void told.push(notice) },
        name,
        args,
      ),
    tabLink: (route) => `${TAB}${route}`,
    log: { info: keep, warn: keep, error: keep },
  }
  const messages = createMessages(of)
  return {
    messages,
    told,
    logged,
    /** Presses a button of a card, with what was typed beside it. */
    async press(
      who: Who,
      card: IAdaptiveCard,
      title: string | RegExp,
      typed: object = {},
      language: Language = 'sv',
    ): Promise<IAdaptiveCard> {
      const { verb = '', data } = buttonOf(card, title)
      const sent: unknown = { ...(data as object), ...typed }
      return messages.answer({ verb, data: sent, me: stand.person(who), language })
    },
    /** Sees the card again. */
    async again(who: Who, card: IAdaptiveCard, language: Language = 'sv'): Promise<IAdaptiveCard> {
      const { verb = '', data } = card.refresh?.action ?? {}
      return messages.answer({ verb, data, me: stand.person(who), language })
    },
  }
}
export type Talking = ReturnType<typeof talkingOn>

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

function* within(part: unknown): Generator<{ [key: string]: Json }> {
  if (Array.isArray(part)) for (const one of part) yield* within(one)
  else if (part !== null && typeof part === 'object') {
    yield part as { [key: string]: Json }
    for (const one of Object.values(part)) yield* within(one)
  }
}

/** Everything that is read in a card, line by line. */
export const textOf = (card: IAdaptiveCard): string => textIn(card.body)

const textIn = (part: unknown): string =>
  [...within(part)]
    .flatMap((part) => {
      if (part.type === 'RichTextBlock')
        return [(part.inlines as { text: string }[]).map(({ text }) => text).join('')]
      return part.type === 'TextBlock' ? [String(part.text)] : []
    })
    .join('\n')

/** What a card's buttons are called, those of forms that open within it not among them. */
export const buttonsOf = (card: IAdaptiveCard): string[] =>
  (card.actions ?? []).map(({ title }) => title ?? '')

/** A button by its name, or a row by what stands in it. Fails when there is none. */
export function buttonOf(card: IAdaptiveCard, title: string | RegExp): IExecuteAction {
  const { refresh: _, ...shown } = card
  const isNamed = (name: string) => (typeof title === 'string' ? name === title : title.test(name))
  for (const part of within(shown)) {
    if (part.type === 'Action.Execute' && isNamed(String(part.title ?? '')))
      return part as unknown as IExecuteAction
    const row = part.selectAction as unknown as IExecuteAction | undefined
    if (row && isNamed(textIn(part))) return row
  }
  throw new Error(`No button ${title} among ${buttonsOf(card).join(', ')}`)
}

/** What stands in an input when the card is shown. */
export function inputsOf(card: IAdaptiveCard): Record<string, unknown> {
  const inputs = [...within(card.body)].filter(({ type }) => String(type).startsWith('Input.'))
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]))
}
