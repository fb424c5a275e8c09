/** The words of both languages with all that cards say, learnt when the server starts: what is sent is drawn without waiting. */
import { english } from '#src/text/english.ts'
import { swedish } from '#src/text/swedish.ts'
import type { Words } from '#src/text/words.ts'
import type { Language } from './messages.ts'

const inLanguage: Record<Language, Words> = { sv: swedish, en: english }

for (const words of Object.values(inLanguage))
  for (const subject of ['bot', 'refusals', 'meetings', 'followUp', 'initiative', 'reminders'] as const)
    await words.learn(subject)

export const wordsIn = (language: Language | undefined): Words => inLanguage[language ?? 'sv']
