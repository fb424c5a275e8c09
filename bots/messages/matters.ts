/** The card of each kind of matter. Another kind is a row here, a shape in `matter.ts` and a file of its own. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { showAction } from './action.ts'
import { showAgenda } from './agenda.ts'
import { showDecision } from './decision.ts'
import { type Back, carriedShape, type Matter, type MatterOf } from './matter.ts'
import { showNotice } from './notice.ts'
import { showMoved, showStalled } from './need.ts'
import { showReport } from './report.ts'
import type { Answers, Telling } from './telling.ts'
import { showVerify } from './verify.ts'

type Show<K extends Matter['kind']> = (
  asked: { matter: MatterOf<K>; back?: Back | undefined },
  telling: Telling,
) => Promise<IAdaptiveCard>

const shows: { [K in Matter['kind']]: Show<K> } = {
  report: showReport,
  decision: showDecision,
  action: showAction,
  agenda: showAgenda,
  verify: showVerify,
  moved: showMoved,
  stalled: showStalled,
  meeting: showNotice,
}

/** As it stands today, for this person. */
export const showMatter: (
  asked: { matter: Matter; back?: Back | undefined },
  telling: Telling,
) => Promise<IAdaptiveCard> = (asked, telling) =>
  (shows[asked.matter.kind] as Show<Matter['kind']>)(asked, telling)

export const matterAnswers: Answers = {
  open: async (data, telling) => showMatter(v.parse(carriedShape, data), telling),
}
