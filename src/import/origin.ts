/** Gives each planned need a key that the same row gets at every import, and finds what is there already. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import type { Existing, PlannedNeed } from './plan.ts'
import type { RowDraft } from './row.ts'
import { comparable, likeness } from './text.ts'

/** Below this two titles under the same number are two different needs, from two different workbooks. */
const sameTitle = 0.4

export function matchExisting(drafts: readonly RowDraft[], existing: readonly Existing[]): PlannedNeed[] {
  const byOrigin = new Map(existing.flatMap((one) => (one.originKey ? [[one.originKey, one] as const] : [])))
  const byTitle = new Map(existing.map((one) => [comparable(one.title), one]))
  const used = new Set<string>()
  const rowOfTitle = new Map<string, number>()
  return drafts.map((draft) => {
    const warnings: Warning[] = [...draft.warnings]
    const title = comparable(draft.title)
    const base = draft.number === undefined ? `title:${title}` : `nr:${draft.number}`
    const earlier = rowOfTitle.get(title)
    if (earlier !== undefined) warnings.push({ code: 'titleTwice', text: draft.title, row: earlier })
    else rowOfTitle.set(title, draft.row)
    let key = base
    if (draft.number !== undefined && used.has(base)) {
      warnings.push({ code: 'numberTwice', text: draft.number })
      key = `${base} ${title}`
    }
    const taken = byOrigin.get(key)
    if (taken && draft.number !== undefined && likeness(comparable(taken.title), title) < sameTitle) {
      key = `${base} ${title}`
      if (!byOrigin.has(key)) warnings.push({ code: 'numberTaken', text: draft.number, meaning: taken.title })
    }
    for (let copy = 2; used.has(key); copy += 1) key = `${base} ${title} ${copy}`
    used.add(key)
    const there = byOrigin.get(key)
    const typed = there ? undefined : byTitle.get(title)
    if (there)
      return {
        ...draft,
        originKey: key,
        action: comparable(there.title) === title ? 'same' : 'differs',
        existingKey: there.key,
        warnings,
      }
    // somebody has typed it in by hand already: it is not made twice
    if (typed && !typed.originKey)
      return {
        ...draft,
        originKey: key,
        action: 'same',
        existingKey: typed.key,
        warnings: [...warnings, { code: 'titleExists', text: draft.title }],
      }
    if (typed) warnings.push({ code: 'titleExists', text: draft.title })
    return { ...draft, originKey: key, action: 'create', warnings }
  })
}
