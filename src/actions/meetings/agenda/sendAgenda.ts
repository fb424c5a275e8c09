/** Sends the agenda: what was sent is kept as it was, and those who are called are told. Changed since, it is sent again as a new version. */
import * as v from 'valibot'
import { type AgendaItem, type Meeting, meetings } from '#src/lists/meetings.ts'
import type { Paper } from '#src/lists/minutes.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import type { AgendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { meetingMoves, moveFaults } from '#src/rules/meetings/meetingState.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { agendaDrawer, agendaOf } from './agendaNow.ts'
import { keyArg } from '../args.ts'
import { freezePaper, readPaper } from '../minutes/freezePaper.ts'
import { atMeeting, demandRight, type PlaceAtMeeting } from '../place.ts'

export const sendAgendaArgs = v.strictObject({ meeting: keyArg })

const MOST_ATTEMPTS = 6

/** Sent again without anything having changed, it is the same version. */
export async function sendAgenda(
  work: Work,
  { meeting: key }: v.InferOutput<typeof sendAgendaArgs>,
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const place = await atMeeting(work, key)
    demandRight(work, meetingMoves.call.task, place)
    const faults = moveFaults('call', place.meeting)
    if (faults.length > 0) throw new Refused(...faults)
    const items = await agendaOf(work, place.meeting)
    if (items.length === 0) throw new Refused({ why: 'meeting', fault: 'empty' })
    try {
      const frozen = await freeze(work, place, items)
      const meeting = await call(work, place.meeting, frozen.version)
      await work.tell?.(
        noticeOf(
          'agendaSent',
          `${key}/agenda/${frozen.version}`,
          { ...place, meeting },
          { by: work.me, on: work.today, also: items.map(({ presenter }) => presenter) },
        ),
      )
      return { meetings: [meeting], papers: frozen.papers }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** What is to be sent, under the version that says the same already, or the next that is free. */
async function freeze(
  work: Work,
  place: PlaceAtMeeting,
  items: readonly AgendaItem[],
): Promise<{ papers: Paper[]; version: number }> {
  const { meeting } = place
  const pictureOf = await agendaDrawer(work, place, items)
  const latest = meeting.agendaVersion ?? 0
  for (let version = Math.max(1, latest); ; version++) {
    const there = await readPaper(work, { meeting, kind: 'agenda', version })
    const picture = pictureOf(version)
    if (there && !saysTheSame(JSON.parse(there.text) as AgendaPicture, picture)) continue
    const frozen =
      there ??
      (await freezePaper(work, {
        meeting,
        kind: 'agenda',
        version,
        title: meeting.title,
        picture,
        by: work.me,
        sentOn: work.today,
      }))
    // Somebody else may have sent another agenda under that number, or died on the way: the next is tried.
    if (frozen && saysTheSame(JSON.parse(frozen.text) as AgendaPicture, picture))
      return { papers: frozen.papers, version }
  }
}

/** But for the day it was sent. */
const saysTheSame = (one: AgendaPicture, other: AgendaPicture) =>
  same({ ...one, sentOn: null }, { ...other, sentOn: null })

const call = async (work: Work, meeting: Meeting, version: number): Promise<Meeting> =>
  meeting.state === 'called' && meeting.agendaVersion === version
    ? meeting
    : work.store.change(meetings, meeting, {
        state: 'called',
        agendaVersion: version,
        agendaSentOn: work.today,
        ...stamp(work),
      })
