/** Does what is left to do about minutes that are sent, verified or settled; safe to run at any time, any number of times. */
import type { Day } from '#src/lists/columns.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import { type Paper, type Verification, verifications } from '#src/lists/minutes.ts'
import { readMinutes } from '#src/rules/minutes.ts'
import { onTheAgenda } from '#src/rules/meetings/minutesItems.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { isLeftToDo, verdictOf } from '#src/rules/meetings/verifying.ts'
import type { Done, Work } from '../../work.ts'
import { asFrozen } from './asFrozen.ts'
import { askVerifiers } from './askVerifiers.ts'
import { carryOut } from '../deciding/carryOut.ts'
import { changeMeeting } from '../changeMeeting.ts'
import { freezePaper, type Frozen, readPaper } from './freezePaper.ts'
import { drawMinutes, loadMinutes, type MinutesRows } from './minutesParts.ts'
import { numberItems, showNumbers } from '../deciding/numberItems.ts'
import { fileFrozen, fileMade } from './paperFiles.ts'
import { together } from '../together.ts'

/** Told of what keeps files from being made: the minutes stand without them, and they are made later. */
export type Hindered = (error: unknown) => void

/** A few rounds: of a version that a crash spoiled the next is tried, and answers move the meeting on. */
const MOST_ROUNDS = 5

/**
 * Numbers, paper and verifiers of minutes that are sent; effects, register and files of those that are verified or settled. Writes
 * at last on the meeting that all is done. Throws GraphError: asked again, it goes on.
 */
export async function finishMinutes(
  work: Work,
  from: Meeting,
  hindered: Hindered = () => undefined,
): Promise<Done> {
  let meeting = from
  let done: Done = { meetings: [meeting] }
  for (let round = 1; round <= MOST_ROUNDS && isUnfinished(meeting); round++) {
    const rows = await loadMinutes(work, meeting)
    const { frozen, items, ...numbered } = await freeze(work, rows)
    const current: MinutesRows = { ...rows, items }
    const next = !frozen
      ? { meeting: await takeNextVersion(work, meeting), done: {} }
      : meeting.state === 'sent'
        ? await sent(work, current, frozen)
        : await fixed(work, current, frozen, hindered)
    const stays = next.meeting.state === meeting.state && frozen !== undefined
    meeting = next.meeting
    done = together(done, numbered, next.done, { meetings: [meeting] })
    if (stays) break
  }
  return done
}

/** Whether something may be left to do about the minutes: while they are sent, answers come. */
export const isUnfinished = ({ state, minutesVersion, finished }: Meeting) =>
  minutesVersion !== undefined &&
  (state === 'sent' ||
    ((state === 'verified' || state === 'settled') && finished !== `${state}/${minutesVersion}`))

const finish = (work: Work, meeting: Meeting) =>
  changeMeeting(work, meeting, (now) =>
    now.state === meeting.state && isUnfinished(now)
      ? { finished: `${now.state}/${now.minutesVersion}` }
      : undefined,
  )

const takeNextVersion = (work: Work, { minutesVersion: spoiled, ...meeting }: Meeting) =>
  changeMeeting(work, { ...meeting, minutesVersion: spoiled ?? 0 }, (now) =>
    now.minutesVersion === spoiled ? { minutesVersion: (spoiled ?? 0) + 1 } : undefined,
  )

/** The frozen paper of the version that the meeting names, with its § given before; `undefined` when that version is spoiled. */
async function freeze(
  work: Work,
  rows: MinutesRows,
): Promise<{ frozen: Frozen | undefined; items: AgendaItem[] } & Done> {
  const { meeting, items } = rows
  const last =
    meeting.state === 'sent' ? meeting.minutesVersion : (meeting.validVersion ?? meeting.minutesVersion)
  const version = last ?? 1
  const known = await frozenMinutes(work, meeting, version)
  const onAgenda = onTheAgenda(items)
  if (known) {
    const stand =
      meeting.finished === undefined ? await showNumbers(work, onAgenda, rows.paragraphs) : onAgenda
    return { frozen: known, items: stand, agendaItems: stand }
  }
  const given = meeting.minutesKind === 'protocol' ? await numberItems(work, meeting, onAgenda) : []
  const shown = await showNumbers(work, onAgenda, given, { state: 'treated' })
  const picture = drawMinutes(work, rows, { version, items: shown, paragraphs: given })
  const frozen = await freezePaper(work, {
    meeting,
    kind: meeting.minutesKind === 'protocol' ? 'minutes' : 'notes',
    version,
    title: meeting.title,
    picture,
    by: meeting.changedBy ?? work.me,
    sentOn: meeting.fixedOn ?? work.today,
  })
  return { frozen, items: shown, agendaItems: shown, paragraphs: given }
}

/** The minutes of a version, or the correction that the version is. */
export const frozenMinutes = async (
  work: Work,
  meeting: Meeting,
  version: number,
): Promise<Frozen | undefined> =>
  (await readPaper(work, {
    meeting,
    kind: meeting.minutesKind === 'protocol' ? 'minutes' : 'notes',
    version,
  })) ?? readPaper(work, { meeting, kind: 'correction', version })

/** Asks the verifiers, and moves the meeting on when they have answered. */
async function sent(
  work: Work,
  { forum, meeting }: MinutesRows,
  frozen: Frozen,
): Promise<{ meeting: Meeting; done: Done }> {
  const version = meeting.minutesVersion ?? 1
  const answers = await askVerifiers(work, { forum, meeting, version, hash: frozen.hash })
  const verdict = verdictOf(answers)
  const on = answeredOn(answers, work.today)
  const by = meeting.changedBy ?? work.me
  const done: Done = { papers: frozen.papers, verifications: answers }
  if (verdict === 'asked') return { done, meeting }
  const isCorrection = frozen.papers[0]?.kind === 'correction'
  const moved = await changeMeeting(work, meeting, (now) => {
    if (now.state !== 'sent' || now.minutesVersion !== version) return undefined
    if (verdict === 'approved')
      return { state: 'verified', validVersion: version, drawnUpOn: now.drawnUpOn ?? on }
    // What was verified before stands; what never was is a draft again.
    return isCorrection
      ? { state: 'verified', finished: `verified/${version}` }
      : { state: 'held', fixedOn: null }
  })
  await work.tell?.(
    noticeOf(
      verdict === 'approved' ? 'minutesVerified' : 'minutesReturned',
      `${meeting.key}/${verdict}/${version}`,
      { forum, meeting: moved },
      { by, on: work.today },
    ),
  )
  return { done, meeting: moved }
}

/** Carries out what was decided, writes the register, and makes the files. */
async function fixed(
  work: Work,
  rows: MinutesRows,
  frozen: Frozen,
  hindered: Hindered,
): Promise<{ meeting: Meeting; done: Done }> {
  const { forum, meeting } = rows
  const picture = readMinutes(frozen.text)
  const items = await asFrozen(work, rows.items, picture)
  let done: Done = { agendaItems: items, papers: frozen.papers }
  for (const item of items.filter(isLeftToDo)) {
    const carried = await carryOut(work, item, meeting)
    done = together(done, carried)
    const [now] = carried.agendaItems ?? []
    if (now?.carrying === 'refused')
      await work.tell?.(
        noticeOf(
          'notCarriedOut',
          `${item.key}/notCarriedOut`,
          { forum, meeting, item: now },
          { by: item.recordedBy ?? work.me, on: work.today },
        ),
      )
  }
  try {
    done = together(done, { papers: await filesOf(work, rows, frozen) })
  } catch (error) {
    hindered(error)
    return { meeting, done }
  }
  return { meeting: await finish(work, meeting), done }
}

async function filesOf(work: Work, rows: MinutesRows, frozen: Frozen): Promise<Paper[]> {
  const { meeting } = rows
  const picture = readMinutes(frozen.text)
  const all = await work.store.where(verifications, { column: 'meeting', value: meeting.key })
  const asked = all.filter(({ item, edition }) => !item && edition === picture.version)
  const of = {
    rows,
    picture,
    hash: frozen.hash,
    state: meeting.state === 'verified' ? ('verified' as const) : ('settled' as const),
    on:
      meeting.state === 'verified'
        ? answeredOn(asked, meeting.drawnUpOn ?? work.today)
        : (meeting.fixedOn ?? work.today),
    asked,
  }
  const filed = await fileFrozen(work, frozen, of)
  return [...filed, await fileMade(work, 'publication', of)]
}

/** The day the last of them answered. */
const answeredOn = (asked: readonly Verification[], today: Day): Day =>
  asked
    .flatMap(({ answeredOn: day }) => day ?? [])
    .sort()
    .at(-1) ?? today
