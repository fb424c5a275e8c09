/** Who is told of what about meetings: each once, never whoever did it. */
import { describe, expect, test } from 'vitest'
import { noticeOf, type notices } from '#src/rules/reminding/notices.ts'
import { aForum, aMeeting, anAction, anItem } from '../../fixtures/meetings.ts'
import { aPerson, TODAY } from '../../fixtures/organisation.ts'

const [chair, secretary, member, acting, verifier] = [
  'chair',
  'secretary',
  'member',
  'acting',
  'verifier',
].map((id) => aPerson(id))
const forum = aForum({
  chair,
  secretary,
  members: [chair, secretary, member].flatMap((person) => person ?? []),
})
const meeting = aMeeting({ chair: acting, secretary, verifiers: verifier ? [verifier] : [] })
const item = anItem('Larmen', { presenter: aPerson('presenter'), decidedBy: aPerson('decider') })
const action = anAction('Fråga', { owner: aPerson('owner') })
const facts = { forum, meeting, item, action }

describe('a notice', () => {
  test.for<{ kind: keyof typeof notices; to: string[] }>([
    { kind: 'agendaSent', to: ['acting', 'chair', 'member', 'presenter'] },
    { kind: 'meetingMoved', to: ['acting', 'chair', 'member'] },
    { kind: 'meetingCancelled', to: ['acting', 'chair', 'member'] },
    { kind: 'questionSent', to: ['acting'] },
    { kind: 'questionAnswered', to: ['acting'] },
    { kind: 'verifyAsked', to: ['verifier'] },
    { kind: 'minutesReturned', to: ['acting'] },
    { kind: 'minutesVerified', to: ['acting', 'chair', 'member'] },
    { kind: 'notCarriedOut', to: ['acting', 'decider'] },
    { kind: 'actionGiven', to: ['owner'] },
  ])('of $kind goes to $to', ({ kind, to }) => {
    const by = secretary ?? expect.fail()
    const notice = noticeOf(kind, 'once', facts, { by, on: TODAY })
    expect(notice.to.map(({ id }) => id).toSorted()).toEqual(to)
    expect(notice).toMatchObject({ key: 'once', kind, by, on: TODAY, forum: { key: forum.key } })
  })

  test('names each receiver once, also who is told besides', () => {
    const { to } = noticeOf(
      'questionSent',
      'k',
      { forum },
      {
        by: aPerson('x'),
        on: TODAY,
        also: [member, secretary, undefined],
      },
    )
    expect(to.map(({ id }) => id)).toEqual(['chair', 'secretary', 'member'])
  })
})
