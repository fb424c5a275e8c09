/** Carries out what was decided on an item, once, however often it is asked, and notes on the item how it went. */
import type { Ref } from '#src/lists/columns.ts'
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import type { GivenVoice, Voice } from '#src/lists/voices.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { isDecision } from '#src/rules/meetings/itemDecision.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import {
  decisionKey,
  isGiven,
  isOwnDecision,
  ownDecisions,
  voiceDecisionKey,
  voiceKey,
} from '#src/rules/meetings/voices.ts'
import type { Done, Work } from '../../work.ts'
import { asDecided, asSaid, madeIn } from './asDecided.ts'
import { together } from '../together.ts'

const MOST_ATTEMPTS = 6

/**
 * Carries out the item's decision and notes on the item how it went: `done`, or `refused` with what the rules forbade. What is
 * only written into the register stays `nothing`. Throws what isn't a refusal: asked again, it goes on.
 */
export async function carryOut(work: Work, item: AgendaItem, meeting: Meeting): Promise<Done> {
  const { outcome, decidedBy, voices = [] } = item
  if (!outcome || outcome === 'dropped' || !decidedBy || !isDecision({ ...item, outcome }))
    return { agendaItems: [item] }
  const { done, told } = await carryOutVoices(work, item, meeting)
  const of = (how: Omit<HowFar, 'voices'>) => ({ ...how, ...(voices.length > 0 && { voices: told }) })
  const refused = told.flatMap(refusalsOfVoice)
  if (ownDecisions(told).length > 0) {
    const decision = told.findLast((voice) => voice.decision)?.decision
    const how = refused.length > 0 ? refusedFor(refused) : { carrying: 'done' as const, refused: null }
    const noted = await note(
      work,
      item,
      of({ ...how, ...(refused.length === 0 && decision && { decision }) }),
    )
    return together(done, { agendaItems: [noted] })
  }
  try {
    const made = await asDecided(work, item, meeting)
    const decision = madeIn(made, decisionKey(item))
    const carrying = item.effect ? 'done' : 'nothing'
    const noted = await note(work, item, of({ carrying, refused: null, ...(decision && { decision }) }))
    return together(done, made, { agendaItems: [noted] })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const noted = await note(work, item, of(refusedFor([...refused, ...error.refusals])))
    return together(done, { agendaItems: [noted] })
  }
}

/** Each that isn't carried out yet; those who stand behind the matter first, since a gate may ask for them. */
async function carryOutVoices(work: Work, item: AgendaItem, meeting: Meeting) {
  let done: Done = {}
  const told = new Map<string, Voice>((item.voices ?? []).map((voice) => [voiceKey(voice), voice]))
  for (const voice of [...told.values()].filter(isGiven)) {
    if (voice.carrying === 'done') continue
    try {
      const made = await asSaid(work, item, meeting, { voice })
      done = together(done, made)
      told.set(voiceKey(voice), carriedOut(voice, madeIn(made, voiceDecisionKey(item, voice))))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      told.set(voiceKey(voice), { ...voice, carrying: 'refused', refused: JSON.stringify(error.refusals) })
    }
  }
  return { done, told: [...told.values()] }
}

const carriedOut = ({ refused: _refused, ...voice }: GivenVoice, decision: Ref | undefined): Voice => ({
  ...voice,
  carrying: 'done',
  ...(isOwnDecision(voice) && decision && { decision }),
})

const refusalsOfVoice = ({ refused }: Voice): Refusal[] => (refused ? (JSON.parse(refused) as Refusal[]) : [])

/** What would be refused if the decision were carried out now; nothing is written. */
export async function refusalsNow(work: Work, item: AgendaItem, meeting: Meeting): Promise<Refusal[]> {
  const own = ownDecisions(item.voices)
  const left = own.filter(({ carrying }) => carrying !== 'done')
  const trials =
    own.length > 0
      ? left.map((voice) => () => asSaid(work, item, meeting, { voice, trial: true }))
      : [() => asDecided(work, item, meeting, { trial: true })]
  const refusals: Refusal[] = []
  for (const trial of trials)
    try {
      await trial()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refusals.push(...error.refusals)
    }
  return refusals
}

interface HowFar {
  carrying: NonNullable<AgendaItem['carrying']>
  refused: string | null
  decision?: Ref
  voices?: Voice[]
}

const refusedFor = (refusals: readonly Refusal[]) => {
  const each = new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal]))
  return { carrying: 'refused' as const, refused: JSON.stringify([...each.values()]) }
}

/** Whoever else writes in the item meanwhile is left alone: this only says how far it has come. */
async function note({ store }: Work, item: AgendaItem, how: HowFar): Promise<AgendaItem> {
  let now = item
  for (let attempt = 1; ; attempt++) {
    const voices = how.voices && withProgress(now.voices ?? [], how.voices)
    const stands =
      now.carrying === how.carrying &&
      (now.refused ?? null) === how.refused &&
      (!voices || JSON.stringify(now.voices) === JSON.stringify(voices)) &&
      (!how.decision || now.decision?.key === how.decision.key)
    if (stands) return now
    try {
      return await store.change(agendaItems, now, { ...how, ...(voices && { voices }) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await store.byId(agendaItems, now.id)
    }
  }
}

/** How far each has come, in the rows that stand there now. */
function withProgress(now: readonly Voice[], told: readonly Voice[]): Voice[] {
  const progress = new Map(told.map((voice) => [voiceKey(voice), voice]))
  return now.map((voice) => {
    const how = progress.get(voiceKey(voice))
    if (!how || how.says !== voice.says || how.by?.id !== voice.by?.id) return voice
    const { carrying, decision, refused } = how
    const { carrying: _, decision: __, refused: ___, ...said } = voice
    return {
      ...said,
      ...(carrying && { carrying }),
      ...(decision && { decision }),
      ...(refused && { refused }),
    }
  })
}
