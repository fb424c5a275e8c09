/** Asks in a team's channel which forum it is for, and keeps the answer of somebody who may say so. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { placeOf, demandRight } from '#src/actions/meetings/place.ts'
import type { Day } from '#src/lists/columns.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { Refused } from '#src/rules/refusal.ts'
import { formatList } from '#src/text/format.ts'
import { refusalText, subjectsOf } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import { box, choiceInput, execute, paragraph, quiet } from '#bots/messages/parts.ts'
import { cardOf } from '#bots/messages/telling.ts'
import { wordsIn } from '#bots/messages/words.ts'
import type { Turn } from './activity.ts'
import type { AddressBook } from './addresses.ts'

export const FORUM_VERB = 'channelForum'
const INPUT = 'forum'
const answered = v.object({ [INPUT]: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)) })

for (const language of ['sv', 'en'] as const) await wordsIn(language).learn('botChannel')

export type ChannelForum = ReturnType<typeof channelForum>

export function channelForum(store: ListStore, today: () => Promise<Day>, book: AddressBook) {
  const channelIn = (turn: Turn) => ({ ...turn, conversation: withoutThread(turn.conversation) })

  async function ask(turn: Turn, refusal?: string): Promise<IAdaptiveCard> {
    const words = wordsIn(turn.language)
    const { t } = words
    const known = await book.forumsIn(withoutThread(turn.conversation))
    const open = (await store.all(forums)).filter(
      ({ key, archived }) => !archived && !known.some((forum) => forum.key === key),
    )
    const choices = open
      .map(({ key, title }) => ({ title, value: key }))
      .toSorted((a, b) => a.title.localeCompare(b.title, words.locale))
    const body = [
      ...(refusal ? [box('attention', paragraph(refusal))] : []),
      ...(known.length > 0 ? [paragraph(keptText(known, words))] : []),
      paragraph(known.length > 0 ? t('botChannel.more') : t('botChannel.ask'), { weight: 'Bolder' }),
      quiet(t('botChannel.why')),
      choiceInput(INPUT, t('botChannel.forum'), choices, undefined),
    ]
    const actions = [execute({ title: t('botChannel.save'), verb: FORUM_VERB, data: {}, primary: true })]
    return cardOf({ summary: t('botChannel.ask'), body, actions }, words)
  }

  return {
    ask: (turn: Turn) => ask(turn),

    /** The card as it stands after the answer. `data` is never trusted: the right is asked of the one who is verified. */
    async answer(turn: Turn, data: unknown): Promise<IAdaptiveCard> {
      const words = wordsIn(turn.language)
      const chosen = v.safeParse(answered, data)
      if (!chosen.success) return ask(turn, words.t('botChannel.none'))
      try {
        const work = { store, today: await today(), me: turn.me, key: FORUM_VERB, seen: {} }
        const place = await placeOf(work, { forum: chosen.output[INPUT] })
        demandRight(work, 'template', place)
        await book.channelOf({ key: place.forum.key, title: place.forum.title }, channelIn(turn))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        for (const subject of subjectsOf(error.refusals)) await words.learn(subject)
        return ask(turn, error.refusals.map((refusal) => refusalText(refusal, words)).join(' '))
      }
      const summary = keptText(await book.forumsIn(withoutThread(turn.conversation)), words)
      return cardOf({ summary, body: [paragraph(summary)] }, words)
    },

    /** Instead of what is for one person only. */
    alone: async ({ language }: Turn): Promise<IAdaptiveCard> => {
      const words = wordsIn(language)
      const summary = words.t('botChannel.alone')
      return cardOf({ summary, body: [paragraph(summary)] }, words)
    },

    /** What is known of the channel holds, reached as it is now. */
    heard: (turn: Turn) => book.channelHeard(channelIn(turn)),
    left: (turn: Turn) => book.leftChannel(withoutThread(turn.conversation)),
  }
}

const keptText = (known: readonly { title: string }[], { t, locale }: Words) =>
  t('botChannel.kept', {
    forums: formatList(
      known.map(({ title }) => title),
      locale,
    ),
  })

/** A conversation in a channel names its thread. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const withoutThread = (conversation: string) => conversation.split(';')[0] ?? conversation
