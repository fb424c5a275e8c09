/** A report while it is written: copied forward from the last one, kept in the browser, nothing of it saved until it is sent. */
import { useCallback, useEffect, useState } from 'react'
import type { ActionArgs } from '#src/actions/index.ts'
import type { Aspect, Light, Risk, StatusReport } from '#src/lists/followUp.ts'
import type { Judged } from '#src/rules/reporting.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'

export interface ReportDraft {
  /** The key it is sent with: sent twice, it is there once. */
  key: string
  lights: Partial<Record<Aspect, Light>>
  /** As typed. */
  forecast: string
  spent: string
  risks: Risk[]
  changed: string
  next: string
  explanation: string
}

/** What still holds is copied forward; what has happened and what is spent is new each month. */
export function draftFrom(last: StatusReport | undefined): ReportDraft {
  const { economy, quality, time, scope } = last ?? {}
  const isSameYear = last !== undefined && !last.month.endsWith('-12')
  return {
    key: newKey(),
    lights: {
      ...(economy && { economy }),
      ...(quality && { quality }),
      ...(time && { time }),
      ...(scope && { scope }),
    },
    forecast: isSameYear && last.forecastKr !== undefined ? grouped(last.forecastKr) : '',
    spent: '',
    risks: (last?.risks ?? []).filter((risk) => !risk.closed),
    changed: '',
    next: last?.next ?? '',
    explanation: '',
  }
}

/** `9 000 000`: read at a glance, and taken as typed. */
const grouped = (kr: number) => kr.toLocaleString('sv-SE')

/** Whole kronor as people type them; `null` when it is no amount. */
export function kronorOf(typed: string): number | undefined | null {
  const digits = typed.replaceAll(/[\s\u00A0\u202F.]|kr$/g, '')
  if (digits === '') return undefined
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null
}

/** The draft as a report, to judge while it is written. Lights that are not chosen yet say nothing. */
export function judgedDraft(draft: ReportDraft, month: string, allocationKr: number | undefined): Judged {
  const forecastKr = kronorOf(draft.forecast)
  return {
    month,
    // Without a light nothing is claimed to be green.
    ...({ economy: 'yellow', quality: 'yellow', time: 'yellow', ...draft.lights } as const),
    risks: draft.risks,
    ...(typeof forecastKr === 'number' && { forecastKr }),
    ...(allocationKr !== undefined && { allocationKr }),
  }
}

/** What is sent. The three lights must be chosen, and amounts be amounts. */
export function argsOf(draft: ReportDraft, initiative: string, month: string): ActionArgs<'sendReport'> {
  const { economy = 'green', quality = 'green', time = 'green', scope } = draft.lights
  const [forecastKr, spentKr] = [kronorOf(draft.forecast), kronorOf(draft.spent)]
  const risks = draft.risks.filter((risk) => risk.text.trim())
  return {
    initiative,
    month,
    economy,
    quality,
    time,
    ...(scope && { scope }),
    ...(typeof forecastKr === 'number' && { forecastKr }),
    ...(typeof spentKr === 'number' && { spentKr }),
    ...(risks.length > 0 && { risks: risks.map(withoutEmpty) }),
    ...(draft.changed.trim() && { changed: draft.changed }),
    ...(draft.next.trim() && { next: draft.next }),
    ...(draft.explanation.trim() && { explanation: draft.explanation }),
  }
}

const withoutEmpty = ({ remedy, ...risk }: Risk): Risk => ({
  ...risk,
  ...(remedy?.trim() && { remedy }),
})

export const draftName = (initiative: string, month: string) => `report/${initiative}/${month}`

/** The draft that was left here, else `undefined`; `ready` when the browser has answered. */
export function useDraft(name: string) {
  const { cache } = useSession().session.data
  const [draft, setDraft] = useState<ReportDraft>()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let here = true
    void cache.kept<ReportDraft>(name).then((kept) => {
      if (!here) return
      setDraft(kept)
      setReady(true)
    })
    return () => {
      here = false
    }
  }, [cache, name])
  const keep = useCallback(
    (next: ReportDraft | undefined) => {
      setDraft(next)
      void (next ? cache.keep(name, next) : cache.drop(name))
    },
    [cache, name],
  )
  return { draft, ready, keep }
}
