/** What the service answered, in words, with the code beside for whoever asks Microsoft. */
import type { Words } from '#src/text/words.ts'

const ours = [
  'notInstalled',
  'installed',
  'installNotAllowed',
  'installFailed',
  'noAddress',
  'removed',
  'overtaken',
  'silent',
  'timeout',
  'drawing',
] as const
const statuses: Readonly<Record<string, 'blocked' | 'gone' | 'throttled' | 'later'>> = {
  '403': 'blocked',
  '404': 'gone',
  '412': 'later',
  '429': 'throttled',
  '500': 'later',
  '502': 'later',
  '503': 'later',
  '504': 'later',
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */
const teams: Readonly<Record<string, 'disabled' | 'notThere'>> = {
  BotDisabledByAdmin: 'disabled',
  BotNotInConversationRoster: 'notThere',
  ForbiddenOperationException: 'notThere',
}

export function codeText(code: string, { t }: Words): string {
  const own = ours.find((one) => code === one || code.startsWith(`${one}:`))
  if (own) return t(`code.${own}`)
  const named = teams[code.slice(4)]
  if (named) return `${t(`code.${named}`)} (${code})`
  return `${t(`code.${statuses[code.slice(0, 3)] ?? 'other'}`)} (${code})`
}
