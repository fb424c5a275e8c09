/** What one person may decide now: outcomes, levels, equal posts, roles in the initiative, and what is decided beside the gates. */
import { describe, expect, test } from 'vitest'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import { mayDecide } from '#src/rules/deciding/deciding.ts'
import { forumAbove, raisedTo } from '#src/rules/deciding/escalation.ts'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { aDecision, aPreparation, type Given } from '#test/fixtures/initiatives.ts'
import { homeCareOnly, question, whoDecides } from '#test/fixtures/mandates.ts'
import { aMandate, aPerson, aRef, director, mandates as city, TODAY } from '#test/fixtures/organisation.ts'

const owner = aPerson('owner', 'Louise')
const chief = aPerson('chief', 'Mats')
const top = aPerson('top', 'Helena')

const forum = (key: string, over?: string): Forum => ({
  key,
  id: key,
  version: '1',
  title: key,
  ...(over && { escalatesTo: aRef(over) }),
})
const forums = [forum('board', 'council'), forum('council', 'meeting'), forum('meeting', 'top'), forum('top')]
const ofPortfolio = (matter: Mandate['matter']) =>
  aMandate({
    matter,
    scope: 'portfolio',
    portfolio: aRef('p'),
    holder: owner,
    forum: aRef('board'),
    needsAgreement: true,
  })
const raised = (holder: Mandate['holder'], at: string) =>
  aMandate({ matter: 'escalation', scope: 'allPortfolios', holder, forum: aRef(at) })
const region = [
  ...(['ranking', 'concept', 'development', 'rollout'] as const).map(ofPortfolio),
  raised(chief, 'meeting'),
  raised(top, 'top'),
  aMandate({ matter: 'ideaToRollout', scope: 'any', holder: chief }),
]

const asks = (me: typeof owner, initiative: Given<Initiative> = {}, decisions: Decision[] = []) =>
  mayDecide({
    me,
    today: TODAY,
    preparation: aPreparation({
      process: 'portfoljprocessen',
      initiative: {
        portfolio: aRef('p'),
        stage: 'prioritisation',
        processOwner: aPerson('po'),
        ...initiative,
      },
    }),
    decisions,
    mandates: region,
    forums,
  })
const escalated = (to: string, number = '2024-0001') =>
  aDecision({ matter: 'phase', outcome: 'escalate', raisedTo: aRef(to), number })

describe('in the portfolio process', () => {
  test('the owner of the portfolio chooses between concept and development, or raises it', () => {
    expect(asks(owner).choices.map((c) => [c.outcome, c.raise?.key])).toEqual([
      ['toConcept', undefined],
      ['toDevelopment', undefined],
      ['wait', undefined],
      ['remit', undefined],
      ['screenOut', undefined],
      ['escalate', 'meeting'],
    ])
  })

  test('each way says what it lacks itself', () => {
    const lacking = asks(owner, { description: undefined }).choices
    expect(lacking.find((c) => c.outcome === 'toConcept')?.missing).toEqual(['processOwnerEndorses'])
    expect(lacking.find((c) => c.outcome === 'toDevelopment')?.missing).toEqual([
      'processOwnerEndorses',
      'description',
    ])
    expect(lacking.find((c) => c.outcome === 'wait')?.missing).toEqual([])
  })

  test('what is raised is the next level’s, who may raise it again', () => {
    const decisions = [escalated('meeting')]
    expect(asks(owner, {}, decisions)).toMatchObject({
      choices: [],
      refusal: { why: 'notYourMandate', matter: 'escalation', mayDecide: [{ holder: chief }] },
      raisedTo: { key: 'meeting' },
    })
    expect(asks(chief, {}, decisions).choices.at(-1)).toMatchObject({
      outcome: 'escalate',
      raise: { key: 'top' },
    })
  })

  test('at the top there is nowhere to raise it', () => {
    const decisions = [escalated('meeting'), escalated('top', '2024-0002')]
    expect(asks(top, {}, decisions).choices.map((c) => c.outcome)).not.toContain('escalate')
    expect(asks(top, {}, decisions).choices).toHaveLength(5)
  })

  test('health care’s own decision is there once planned, and gone when made', () => {
    expect(asks(chief).ideaToRollout).toBeUndefined()
    expect(asks(chief, { ideaDay: '2024-12-01' }).ideaToRollout).toBeDefined()
    expect(asks(owner, { ideaDay: '2024-12-01' }).ideaToRollout).toBeUndefined()
    expect(asks(chief, { ideaDay: '2024-12-01', ideaDecision: aRef('d') }).ideaToRollout).toBeUndefined()
  })

  test('what rests lacks nothing and is only taken up again', () => {
    const may = asks(owner, { state: 'paused', description: undefined })
    expect([may.missing, may.choices, may.states.map((s) => s.change)]).toEqual([[], [], ['stop', 'reopen']])
  })

  test('what others lead is never decided', () => {
    const may = asks(owner, { external: true })
    expect([may.choices, may.states, may.against('wait')]).toEqual([[], [], [{ why: 'external' }]])
  })

  test('against an outcome stands what it lacks and who decides instead', () => {
    expect(asks(owner).against('wait')).toEqual([])
    expect(asks(owner).against('goOn')).toEqual([{ why: 'outcomeNotAllowed', outcome: 'goOn' }])
    expect(
      asks(chief)
        .against('toConcept')
        .map(({ why }) => why),
    ).toEqual(['missing', 'notYourMandate'])
  })
})

test('levels without a post to decide are passed over, and a circle ends', () => {
  expect(forumAbove(aRef('board'), { forums, mandates: region })).toEqual(aRef('meeting'))
  const circle = [forum('a', 'b'), forum('b', 'a')]
  expect(forumAbove(aRef('a'), { forums: circle, mandates: region })).toBeUndefined()
})

test('once the level above has decided, it lies with the first post again', () => {
  const decided = aDecision({ matter: 'phase', outcome: 'wait', number: '2024-0002' })
  expect(raisedTo([escalated('meeting'), decided], 'phase')).toBeUndefined()
  expect(raisedTo([escalated('meeting')], 'closing')).toBeUndefined()
})

test('of two posts with the same mandate on the same unit either may decide', () => {
  const second = aMandate({
    matter: 'BP1',
    scope: 'department',
    unit: aRef('homeCare'),
    holder: aPerson('second'),
  })
  const right = decidingRight(question({}, { mandates: [...city, second] }))
  expect(decidersOf(right).map((d) => d.holder.id)).toEqual(['homeCareManager', 'second'])
})

test('the portfolio’s own post comes before one over all portfolios', () => {
  const over = aMandate({ matter: 'ranking', scope: 'allPortfolios', holder: chief })
  const asked = question({ portfolio: aRef('p') }, { matter: 'ranking', mandates: [over, ...region] })
  expect(whoDecides(asked)).toEqual([owner.id])
})

describe('by a role in the initiative', () => {
  const post = aMandate({ matter: 'projectEnd', scope: 'any', unit: aRef('elderly'), holder: director })
  const ends = (of: Given<Initiative>) =>
    whoDecides(question({ scope: 'own', ...homeCareOnly, ...of }, { matter: 'projectEnd', mandates: [post] }))

  test('the project’s owner ends it', () => {
    expect(ends({ projectOwner: owner })).toEqual([owner.id])
  })
  test('without one, or with a conflict of interest, the post with the mandate', () => {
    expect(ends({})).toEqual([director.id])
    expect(ends({ projectOwner: owner, conflicted: [owner] })).toEqual([director.id])
  })
})
