/** Messages that have been claimed: as they are sent, and as they stand when they are seen again. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Sending } from '#src/lists/reminding.ts'
import type { Words } from '#src/text/words.ts'
import { channelCard } from './channel.ts'
import { digestCard, digestNow, ownSending } from './digest.ts'
import { deedOf, nameOf, reasonOf } from './lines.ts'
import { matterOf } from './matter.ts'
import type { Answering } from './messages.ts'
import { execute, openPage, paragraph, quiet } from './parts.ts'
import { routes } from './routes.ts'
import { showMatter } from './matters.ts'
import { type Answers, cardOf, type Telling } from './telling.ts'

type Drawn = { words: Words; of: Pick<Answering, 'tabLink'> }

/** Drawn from the row alone: it is read anew when it is seen. */
export function sentCardOf(sending: Sending, drawn: Drawn): IAdaptiveCard {
  if (sending.kind === 'digest') return digestCard(sending, drawn)
  return sending.kind === 'channel' ? channelCard(sending, drawn) : urgentCard(sending, drawn)
}

/** One matter by itself. */
function urgentCard({ key, day, lines = [] }: Sending, { words, of }: Drawn): IAdaptiveCard {
  const [line] = lines
  if (!line) throw new Error(`The message ${key} tells of nothing`)
  const matter = matterOf(line)
  const reason = reasonOf(line, words, day)
  const summary = `${nameOf(line)}: ${reason}`
  const body = [paragraph(nameOf(line), { weight: 'Bolder' }), quiet(reason)]
  const actions = matter
    ? [execute({ title: deedOf(matter, line, words), verb: 'open', data: { matter }, primary: true })]
    : [openPage(words.t('bot.openHome'), of.tabLink(routes.home))]
  return cardOf({ summary, body, actions }, words, { verb: 'message', data: { key } })
}

export const sentAnswers: Answers = {
  /** The message seen again. */
  async message(data, telling) {
    const sending = await ownSending(data, telling)
    if (!sending) return notYours(telling)
    if (sending.kind === 'digest') return digestNow(sending, telling)
    const [line] = sending.lines ?? []
    const matter = line && matterOf(line)
    return matter ? showMatter({ matter }, telling) : sentCardOf(sending, telling)
  },
}

/** Somebody else's, or of long ago. */
function notYours({ words, of }: Telling): IAdaptiveCard {
  const { t } = words
  return cardOf(
    {
      summary: t('bot.notYours'),
      body: [paragraph(t('bot.notYours'))],
      actions: [openPage(t('bot.openHome'), of.tabLink(routes.home))],
    },
    words,
  )
}
