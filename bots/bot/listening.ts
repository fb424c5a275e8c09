/** What the bot does with what Teams tells it: words, buttons, searches, links, comings and goings. */
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '@microsoft/teams.apps'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Logger } from 'pino'
import * as v from 'valibot'
import { refusalText } from '#src/text/refusals.ts'
import type { Messages } from '#bots/messages/messages.ts'
import { paragraph } from '#bots/messages/parts.ts'
import { cardOf } from '#bots/messages/telling.ts'
import { wordsIn } from '#bots/messages/words.ts'
import { refusalOf } from '../actions.ts'
import type { Outcome } from '../delivery/outcome.ts'
import { type Activity, activityShape, type Turn, turnOf } from './activity.ts'
import type { AddressBook } from './addresses.ts'
import { type ChannelForum, FORUM_VERB } from './channelForum.ts'
import { commandOf } from './commands.ts'
import { cardMessage, found, linkIn, searchedFor } from './extension.ts'
import { firstTime } from './once.ts'
import type { Place } from './post.ts'

const CARD = 'application/vnd.microsoft.card.adaptive' as const
/** An answer that takes no longer needs no sign that it is coming. */
const SOON_MS = 500
/** No answer waits longer than this for the sign that it is coming. */
const SIGN_MS = 1000
const cardAction = v.object({
  action: v.object({
    verb: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
    data: v.optional(v.unknown()),
  }),
})

export interface Listening {
  app: App
  messages: Messages
  book: AddressBook
  channel: ChannelForum
  reply: (place: Place, activity: object) => Promise<Outcome>
  /** Shows that an answer is on its way, where that can be seen. */
  typing: (place: Place) => Promise<unknown>
  /** With the name of who it is, asked for where Teams hasn't told it. */
  named: (turn: Turn) => Promise<Turn>
  /** A link as a page of the tab; nothing for others. */
  ownLink: (url: string) => string | undefined
  logger: Logger
}

export function listen({
  app,
  messages,
  book,
  channel,
  reply,
  typing,
  named,
  ownLink,
  logger,
}: Listening): void {
  const isFirst = firstTime(book, (error) => logger.warn({ err: error }, 'a message could not be noted'))
  /** Nobody is left without an answer. */
  const orSorry = (card: Promise<IAdaptiveCard>, { language }: Turn) =>
    card.catch((error: unknown) => {
      logger.error({ err: error }, 'the bot had no answer')
      const words = wordsIn(language)
      const summary = refusalText(refusalOf(error), words)
      return cardOf({ summary, body: [paragraph(summary)] }, words)
    })
  const say = async (turn: Turn, card: Promise<IAdaptiveCard>) => {
    const message = cardMessage(await orSorry(card, turn))
    const { got, ...how } = await reply(turn, message)
    if (got !== 'sent') logger.warn({ got, ...how }, 'an answer did not get there')
  }
  /** Teams shows it between two and in groups, never in channels: https://github.com/MicrosoftDocs/msteams-docs/issues/1451 */
  const typeUntil = async (turn: Turn, ready: Promise<unknown>) => {
    if (turn.kind !== 'personal') return
    const isSoon = await Promise.race([ready.then(() => true), wait(SOON_MS, false)])
    if (!isSoon) await Promise.race([typing(turn), wait(SIGN_MS)])
  }
  /** Kept beside the answer: one that fails is kept by the next thing they say. */
  const remember = async (kept: Promise<unknown>) => {
    await kept.catch((error: unknown) => {
      logger.warn({ err: error }, 'an address could not be kept')
    })
  }
  const commanded = (text: string, turn: Turn): Promise<IAdaptiveCard> => {
    const { me, language } = turn
    const command = commandOf(text)
    if (turn.kind === 'shared') return command.name === 'forum' ? channel.ask(turn) : channel.alone(turn)
    switch (command.name) {
      case 'mine':
        return messages.mine(me, language)
      case 'report':
        return messages.report(me, language)
      case 'search':
        return messages.search(command.text, me, language)
      case 'settings':
        return messages.settings(me, language)
      case 'help':
      case 'forum':
        return messages.help(language)
      case 'unknown':
        return messages.help(language, command.text)
    }
  }
  const welcome = async (nameless: Turn) => {
    const turn = await named(nameless)
    const row = await book.heard(turn)
    const language = turn.spoken ?? row.language ?? turn.language
    if (await book.claimWelcome(row)) await say(turn, messages.welcome(turn.me.name, language))
  }

  app.on('message', async ({ activity }) => {
    const heard = hear(activity)
    if (!heard) return
    const { turn, said } = heard
    const card = orSorry(commanded(said.text ?? '', turn), turn)
    const first = isFirst(turn, said.id)
    await typeUntil(turn, Promise.all([card, first]))
    if (await first) await say(turn, card)
    else logger.info('a message came again')
  })

  app.on('card.action', async ({ activity }) => {
    const heard = hear(activity)
    const asked = v.safeParse(cardAction, heard?.said.value)
    if (!heard || !asked.success) return { status: 400 }
    const { turn } = heard
    const { verb, data } = asked.output.action
    // Others see the card too: it stays as it is.
    if (turn.kind === 'shared' && verb !== FORUM_VERB) return { status: 200, body: alone(turn) }
    const answer =
      turn.kind === 'shared'
        ? channel.answer(turn, data)
        : messages.answer({ verb, data, me: turn.me, language: turn.language })
    const [value] = await Promise.all([orSorry(answer, turn), remember(book.heardAgain(turn))])
    return { status: 200, body: { statusCode: 200, type: CARD, value } }
  })

  app.on('message.ext.query', async ({ activity }) => {
    const heard = hear(activity)
    if (!heard) return { status: 400 }
    const { me, language } = heard.turn
    return {
      status: 200,
      body: found(await messages.hits(searchedFor(heard.said.value), me, language)),
    }
  })

  app.on('message.ext.query-link', async ({ activity }) => {
    const heard = hear(activity)
    if (!heard) return { status: 400 }
    const { me, language } = heard.turn
    const link = ownLink(linkIn(heard.said.value))
    const hit = link && (await messages.unfurl(link, me, language))
    return { status: 200, body: hit ? found([hit]) : {} }
  })

  app.on('conversationUpdate', async ({ activity }) => {
    const heard = hear(activity)
    if (!heard) return
    const { turn, said } = heard
    const isMe = ({ id }: { id: string }) => id === said.recipient.id
    if (turn.kind === 'personal' && said.membersAdded?.some(isMe)) await welcome(turn)
    if (turn.kind === 'shared' && said.membersRemoved?.some(isMe)) await channel.left(turn)
  })

  app.on('installationUpdate', async ({ activity }) => {
    const heard = hear(activity)
    if (!heard) return
    const { turn, said } = heard
    const happened = `${said.action} ${turn.kind}`
    if (happened === 'add personal' || happened === 'add-upgrade personal') await welcome(turn)
    if (happened === 'remove personal') await book.left(turn)
    if (happened === 'add shared' && (await isFirst(turn, said.id))) await say(turn, channel.ask(turn))
    if (happened === 'add-upgrade shared') await channel.heard(turn)
    if (happened === 'remove shared') await channel.left(turn)
  })
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards#response-format */
const alone = ({ language }: Turn) => ({
  statusCode: 200 as const,
  type: 'application/vnd.microsoft.activity.message' as const,
  value: wordsIn(language).t('botChannel.alone'),
})

/** The SDK hands on what came as it came. */
function hear(activity: unknown): { turn: Turn; said: Activity } | undefined {
  const said = v.parse(activityShape, activity)
  const turn = turnOf(said)
  return turn && { turn, said }
}
