/** Where a card may be put, in words. */
import { type Target, type Tray, trays } from '#src/rules/needs/funnel.ts'
import type { Words } from '#src/text/words.ts'

const isTray = (target: Target): target is Tray => (trays as readonly string[]).includes(target)

export const targetName = (target: Target, { t, word }: Words) =>
  isTray(target) ? t(`board.${target}`) : word('stages', target)
