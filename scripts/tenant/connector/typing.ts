/** Bots that are writing, as people see it for a moment: between two only.
 * https://github.com/MicrosoftDocs/msteams-docs/issues/1451 */
import type { Core } from '../call.ts'
import { type Conversation, touch } from './conversations.ts'

/** https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md#typing-activity */
const SHOWN_MS = 3000

const until = new WeakMap<Core, Map<string, number>>()

export function startTyping(core: Core, { id, kind }: Conversation): void {
  if (kind === 'channel') return
  const known = until.get(core) ?? new Map<string, number>()
  until.set(core, known.set(id, Date.now() + SHOWN_MS))
  touch(core, id)
}

export const stopTyping = (core: Core, { id }: Conversation): void => {
  until.get(core)?.delete(id)
}

export const isTyping = (core: Core, { id }: Conversation): boolean =>
  (until.get(core)?.get(id) ?? 0) > Date.now()
