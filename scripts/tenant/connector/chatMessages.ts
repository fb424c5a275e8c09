/** The messages of conversations, and what each person sees of them. */
import type { Core } from '../call.ts'
import { type Conversation, touch } from './conversations.ts'

/** The part of an activity that is shown. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
export type Said = {
  text?: string
  textFormat?: string
  attachments?: Attachment[]
  suggestedActions?: unknown
}

export type Attachment = { contentType?: string; content?: unknown; [other: string]: unknown }

export type Message = {
  conversation: string
  id: number
  /** 'bot' or the Entra id of a person. */
  sender: string
  name: string
  at: string
  edited: string | null
  /** The message that it answers in a channel. */
  root: number | null
  activity: string
  deleted: 0 | 1
}

/** As a page shows it to one person. */
export type ShownMessage = Said & {
  id: string
  from: 'bot' | 'person'
  /** Entra id, of a person's. */
  person?: string
  name: string
  at: string
  editedAt?: string
  replyTo?: string
  deleted?: true
}

type Draft = { sender: string; name: string; at: string; root: number | undefined; said: Said }

/** Answers its id: milliseconds, as Teams' ids are, and never one twice. */
export function addMessage(core: Core, conversation: Conversation, draft: Draft): string {
  const { store } = core
  return store.together(() => {
    const last = store.get<{ id: number | null }>(
      'SELECT max(id) AS id FROM chat_messages WHERE conversation = ?',
      conversation.id,
    )
    const id = Math.max(Date.now(), (last?.id ?? 0) + 1)
    store.run(
      `INSERT INTO chat_messages (conversation, id, sender, name, at, root, activity, deleted)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
      conversation.id,
      id,
      draft.sender,
      draft.name,
      draft.at,
      draft.root ?? null,
      JSON.stringify(shownPart(draft.said)),
    )
    touch(core, conversation.id)
    return String(id)
  })
}

const shownPart = ({ text, textFormat, attachments, suggestedActions }: Said): Said => ({
  ...(text !== undefined && { text }),
  ...(textFormat !== undefined && { textFormat }),
  ...(attachments !== undefined && { attachments }),
  ...(suggestedActions !== undefined && { suggestedActions }),
})

export const findMessage = ({ store }: Core, conversation: string, id: string): Message | undefined =>
  store.get<Message>(
    'SELECT * FROM chat_messages WHERE conversation = ? AND id = ?',
    conversation,
    Number(id),
  )

/** What is changed is changed for all: views that a card's answers gave are gone. */
export function changeMessage(core: Core, { conversation, id }: Message, at: string, said: Said): void {
  core.store.run(
    'UPDATE chat_messages SET activity = ?, edited = ? WHERE conversation = ? AND id = ?',
    JSON.stringify(shownPart(said)),
    at,
    conversation,
    id,
  )
  core.store.run('DELETE FROM chat_views WHERE conversation = ? AND message = ?', conversation, id)
  touch(core, conversation)
}

export function deleteMessage(core: Core, { conversation, id }: Message): void {
  core.store.run(
    "UPDATE chat_messages SET deleted = 1, activity = '{}' WHERE conversation = ? AND id = ?",
    conversation,
    id,
  )
  touch(core, conversation)
}

/** The card that answered a person's action stands in the first card's place, for them.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
export function showInstead(core: Core, { conversation, id }: Message, oid: string, card: Attachment): void {
  core.store.run(
    'INSERT OR REPLACE INTO chat_views (conversation, message, person, attachment) VALUES (?, ?, ?, ?)',
    conversation,
    id,
    oid,
    JSON.stringify(card),
  )
  touch(core, conversation)
}

export function messagesFor(core: Core, conversation: string, oid: string): ShownMessage[] {
  const rows = core.store.all<Message & { view: string | null }>(
    `SELECT m.*, v.attachment AS view FROM chat_messages m
     LEFT JOIN chat_views v ON v.conversation = m.conversation AND v.message = m.id AND v.person = ?
     WHERE m.conversation = ? ORDER BY m.id`,
    oid,
    conversation,
  )
  return rows.map(shown)
}

function shown({
  id,
  sender,
  name,
  at,
  edited,
  root,
  activity,
  deleted,
  view,
}: Message & { view: string | null }) {
  const said = JSON.parse(activity) as Said
  return {
    id: String(id),
    from: sender === 'bot' ? ('bot' as const) : ('person' as const),
    ...(sender !== 'bot' && { person: sender }),
    name,
    at,
    ...(edited !== null && { editedAt: edited }),
    ...(root !== null && { replyTo: String(root) }),
    ...said,
    ...(view !== null && deleted === 0 && { attachments: [JSON.parse(view) as Attachment] }),
    ...(deleted === 1 && { deleted: true as const }),
  }
}

/** Everything there is, is read. */
export function markRead({ store }: Core, conversation: string, oid: string): void {
  store.run(
    `INSERT OR REPLACE INTO chat_reads (conversation, person, upto)
     SELECT ?, ?, coalesce(max(id), 0) FROM chat_messages WHERE conversation = ?`,
    conversation,
    oid,
    conversation,
  )
}

/** How many of the bot's messages a person has not seen, and when the last of all came. */
export function unreadOf(
  { store }: Core,
  conversation: string,
  oid: string,
): { unread: number; lastAt: string | null } {
  const [counted] = store.all<{ unread: number }>(
    `SELECT count(*) AS unread FROM chat_messages WHERE conversation = ?1 AND sender <> ?2 AND deleted = 0 AND
     id > coalesce((SELECT upto FROM chat_reads WHERE conversation = ?1 AND person = ?2), 0)`,
    conversation,
    oid,
  )
  const last = store.get<{ at: string }>(
    'SELECT at FROM chat_messages WHERE conversation = ? ORDER BY id DESC LIMIT 1',
    conversation,
  )
  return { unread: counted?.unread ?? 0, lastAt: last?.at ?? null }
}
