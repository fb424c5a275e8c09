/** Says which needs an initiative is like, in both, or that none were found: what Grovsållning asks for. */
import * as v from 'valibot'
import { type TrailDraft, type TrailEntry, trailKinds } from '#src/lists/decisions.ts'
import { type Initiative, similarChecks } from '#src/lists/initiatives.ts'
import { internalName } from '#src/lists/list.ts'
import { nameOf, refOf, relink } from '#src/rules/needs/merging.ts'
import { Refused } from '#src/rules/refusal.ts'
import { changeNeed } from './mergeParts.ts'
import { shortText } from '../schemas.ts'
import { type Done, leaveTrail, loadInitiative, loadToPrepare, stamp, type Work } from '../work.ts'

const keys = v.optional(v.pipe(v.array(shortText), v.maxLength(50)), [])

/** Nothing to link and nothing to take away: somebody has looked, and none are alike. */
export const linkSimilarArgs = v.strictObject({ initiative: shortText, link: keys, unlink: keys })

/** Throws Refused for somebody who may not prepare the initiative, and for "none found" where some are linked. */
export async function linkSimilar(work: Work, args: v.InferOutput<typeof linkSimilarArgs>): Promise<Done> {
  const wanted = new Map([
    ...args.unlink.map((key) => [key, false] as const),
    ...args.link.map((key) => [key, true] as const),
  ])
  wanted.delete(args.initiative)
  const one = await loadToPrepare(work, args.initiative)
  if (wanted.size === 0) return noneFound(work, one)

  const others = await Promise.all([...wanted.keys()].map((key) => loadInitiative(work, key)))
  const shut = others.filter(({ conflicted }) => conflicted?.some(({ id }) => id === work.me.id))
  if (shut.length > 0)
    throw new Refused({ why: 'notMergeable', fault: 'conflicted', names: shut.map(nameOf) })
  const isWanted = ({ key }: Initiative) => wanted.get(key) === true
  const linked = await write(work, one, {
    add: others.filter(isWanted),
    drop: others.filter((other) => !isWanted(other)),
  })
  const done = [linked]
  const history: TrailEntry[] = []
  for (const [i, other] of others.entries()) {
    const answered = await write(
      work,
      other,
      isWanted(other) ? { add: [one], drop: [] } : { add: [], drop: [one] },
    )
    done.push(answered)
    // Who finds all as they wanted it, and wrote it last, is asked again: what is told is keyed by the asking.
    if (answered.version === other.version && answered.changedBy?.id !== work.me.id) continue
    const end = isWanted(other) ? 'to' : 'from'
    history.push(await tell(work, `${i}`, linked, { [end]: nameOf(other) }))
    history.push(await tell(work, `${i}/other`, other, { [end]: nameOf(one) }))
  }
  return { initiatives: done, trail: history }
}

async function noneFound(work: Work, one: Initiative): Promise<Done> {
  if (one.similar?.length)
    throw new Refused({ why: 'invalid', problems: [{ field: 'similarChecked', problem: 'notAllowed' }] })
  const changed = await changeNeed(work, one, (now) =>
    now.similarChecked === 'none' ? undefined : { similarChecked: 'none' },
  )
  if (changed.version === one.version && changed.changedBy?.id !== work.me.id)
    return { initiatives: [changed] }
  const told = await tell(work, 'none', changed, { to: similarChecks.none })
  return { initiatives: [changed], trail: [told] }
}

const write = (work: Work, need: Initiative, change: { add: Initiative[]; drop: Initiative[] }) =>
  changeNeed(work, need, (now) => {
    const similar = relink(now.similar, { add: change.add.map(refOf), drop: change.drop.map(refOf) })
    return similar && { similar, similarChecked: similar.length > 0 ? 'linked' : null }
  })

const tell = (work: Work, of: string, need: Initiative, ends: Pick<TrailDraft, 'from' | 'to'>) =>
  leaveTrail(work, {
    key: `${work.key}/${of}`,
    title: trailKinds.similar,
    initiative: refOf(need),
    kind: 'similar',
    field: internalName('similar'),
    day: work.today,
    person: work.me,
    ...ends,
    ...stamp(work),
  })
