/** Claims a message for each who is to hear of something at once; the one who sends finds them within seconds. */
import { addresses, reminderChoices, sendings } from '#src/lists/reminding.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { noticeLines } from '#src/rules/reminding/noticeLines.ts'
import type { Notice, NoticeKind } from '#src/rules/reminding/notices.ts'
import { isPaused } from '#src/rules/reminding/reminderChoice.ts'
import { sentLine } from '#src/rules/reminders.ts'
import { channelDraft, urgentDraft } from './messages.ts'

/** What a forum's channel is told as well. */
const forChannels: readonly NoticeKind[] = ['minutesVerified', 'rankingDecided']

type TellStore = Pick<ListStore, 'where' | 'whereIn' | 'createMany'>

/** Heard again, it is told once: the claims are made from the notice's key. */
export async function tell(store: TellStore, notice: Notice): Promise<void> {
  const lines = noticeLines(notice)
  const people = lines.map(({ to }) => to.id)
  const [chosen] = await store.whereIn([{ list: reminderChoices, column: 'person', values: people }])
  const choices = new Map(chosen.map((row) => [row.person.id, row]))
  const drafts = lines
    .filter(({ to, kind }) => {
      const choice = choices.get(to.id)
      return !isPaused(choice, notice.on) && !choice?.off?.includes(kind)
    })
    .map((line) => urgentDraft(line.to, notice.on, sentLine(line)))
  const [first] = lines
  const { forum } = notice
  if (first && forum && forChannels.includes(notice.kind) && (await hasChannel(store, forum.key)))
    drafts.push(channelDraft(forum, notice.on, sentLine(first)))
  if (drafts.length > 0) await store.createMany(sendings, drafts)
}

async function hasChannel(store: TellStore, forum: string): Promise<boolean> {
  const found = await store.where(addresses, { column: 'claim', value: `forum/${forum}` })
  return found.some(({ state }) => state === 'reachable')
}
