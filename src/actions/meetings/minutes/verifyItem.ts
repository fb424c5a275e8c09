/** Answers for a § that is verified at once. When all have approved it is locked, and what it decided takes effect. */
import * as v from 'valibot'
import { type AgendaItem, type Meeting } from '#src/lists/meetings.ts'
import { type Verification, verifications } from '#src/lists/minutes.ts'
import { readMinutes } from '#src/rules/minutes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { answerFaults, isLeftToDo, latestOf, verdictOf } from '#src/rules/meetings/verifying.ts'
import type { Done, Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { carryOut } from '../deciding/carryOut.ts'
import type { Hindered } from './finishMinutes.ts'
import { readPaper } from './freezePaper.ts'
import { loadMinutes } from './minutesParts.ts'
import { fileFrozen } from './paperFiles.ts'
import { readItem, readMeeting } from '../place.ts'
import { together } from '../together.ts'
import { answer, writeAnswer } from './verifyMinutes.ts'

export const verifyItemArgs = v.strictObject({ item: keyArg, ...answer })

export async function verifyItem(work: Work, args: v.InferOutput<typeof verifyItemArgs>): Promise<Done> {
  const item = await readItem(work, args.item)
  const about = await work.store.where(verifications, { column: 'item', value: item.key })
  const asked = latestOf(about, item.key)
  const faults = answerFaults({ me: work.me, ...args }, asked)
  if (faults.length > 0) throw new Refused(...faults)
  const mine = asked.find(({ person }) => person.id === work.me.id)
  if (!mine || !item.meeting) throw new Refused({ why: 'meeting', fault: 'notAtOnce' })
  const row = await writeAnswer(work, mine, args)
  const meeting = await readMeeting(work, item.meeting.key)
  return together({ verifications: [row] }, await finishItem(work, item, meeting))
}

/** Carries out a § that all have approved, and makes its extract; safe to run at any time, any number of times. */
export async function finishItem(
  work: Work,
  item: AgendaItem,
  meeting: Meeting,
  hindered: Hindered = () => undefined,
): Promise<Done> {
  const about = await work.store.where(verifications, { column: 'item', value: item.key })
  const asked = latestOf(about, item.key)
  const done: Done = { agendaItems: [item], verifications: asked }
  if (verdictOf(asked) !== 'approved') return done
  const carried = isLeftToDo(item) ? await carryOut(work, item, meeting) : {}
  try {
    return together(done, carried, { papers: await extractOf(work, item, meeting, asked) })
  } catch (error) {
    hindered(error)
    return together(done, carried)
  }
}

async function extractOf(work: Work, item: AgendaItem, meeting: Meeting, asked: readonly Verification[]) {
  const [{ edition: version } = { edition: 0 }] = asked
  const frozen = await readPaper(work, { meeting, item, kind: 'extract', version })
  if (!frozen || frozen.papers[0]?.file) return frozen?.papers ?? []
  const days = asked.flatMap(({ answeredOn }) => answeredOn ?? [])
  return fileFrozen(work, frozen, {
    rows: await loadMinutes(work, meeting),
    picture: readMinutes(frozen.text),
    hash: frozen.hash,
    state: 'verified',
    on: days.sort().at(-1) ?? work.today,
    asked,
    item: item.key,
  })
}
