/** Takes what is pasted in the portfolio: a column of cells is offered as changes, a block of rows goes to the import. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { pastedCells } from '#src/import/pasted.ts'
import { people, units } from '#src/lists/organisation.ts'
import { may } from '#src/rules/permissions.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { isColumn } from '../../ui/portfolioView/columns.ts'
import type { Line } from '../../ui/portfolioView/groups.ts'
import type { Around } from '../../ui/portfolioView/values.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { isEditable } from '../editing/editable.ts'
import { chooseFile } from '../import/draft.ts'
import { knownPeople, knownUnits } from '../import/known.ts'
import { pastedFile } from '../import/pastedFile.ts'
import { columnName } from '../table/TableHeader.tsx'
import { useTableWords } from '../useTableWords.ts'
import { PasteOffer } from './PasteOffer.tsx'
import { type PastePlan, planPaste } from './plan.ts'
import styles from '../editing/Editing.module.css'

type Pasted = { plan: PastePlan; back: HTMLElement; id: number } | { says: string }

export function Pasting({ lines, around }: { lines: readonly Line[]; around: Around }) {
  const words = useTableWords()
  const { t, locale } = words
  const { session } = useSession()
  const [, navigate] = useLocation()
  const roles = useMyRoles()
  const who = useItems(session.data, people)
  const where = useItems(session.data, units)
  const [pasted, setPasted] = useState<Pasted>()
  const me = { id: session.person.id, roles }

  async function toImport(text: string, count: number) {
    if (!may('import', me)) return setPasted({ says: t('table.pasteNoImport') })
    setPasted({ says: t('table.pasteToImport', { count: formatNumber(count, locale) }) })
    await words.learn('import')
    // What has been said is drawn before thousands of rows are read.
    await new Promise((drawn) => setTimeout(drawn))
    const file = await pastedFile(text, t('import.pasted'))
    if (!file) return setPasted({ says: t('table.pasteOneRow') })
    if (!chooseFile(session, file)) return setPasted({ says: t('table.pasteImportBusy') })
    navigate('/portfolio/import')
  }
  function take(text: string) {
    const rows = pastedCells(text)
    if (rows.some((row) => row.length > 1)) {
      if (rows.length === 1) return setPasted({ says: t('table.pasteOneRow') })
      return void toImport(text, rows.length - 1)
    }
    const focused = document.activeElement as HTMLElement | null
    const line = focused?.closest<HTMLElement>('[data-line]')?.dataset.line
    const column = focused?.closest<HTMLElement>('[data-column]')?.dataset.column
    if (!focused || line === undefined || !column || !isColumn(column))
      return setPasted({ says: t('table.pasteWhere') })
    if (!isEditable(column))
      return setPasted({ says: t('table.pasteNotHere', { column: columnName(column, words) }) })
    const cells = rows.map(([cell = '']) => cell)
    const known = { people: knownPeople(who), units: knownUnits(where), words }
    const plan = planPaste(cells, { lines, from: Number(line), column, me }, known)
    setPasted({ plan, back: focused, id: Date.now() })
  }
  usePasted(take)

  if (!pasted) return null
  const close = () => setPasted(undefined)
  if ('plan' in pasted)
    return <PasteOffer key={pasted.id} plan={pasted.plan} back={pasted.back} around={around} close={close} />
  return (
    <div role='status' className={`${styles.bar} no-print`}>
      {pasted.says}
      <button type='button' className={`${styles.button} ${styles.end}`} onClick={close}>
        {t('table.close')}
      </button>
    </div>
  )
}

/** Text pasted anywhere on the page but in a field or in something that lies over it. */
function usePasted(take: (text: string) => void) {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const isElsewhere = (event.target as HTMLElement).closest('input, textarea, select, [role$=dialog]')
      if (isElsewhere || text.trim() === '') return
      event.preventDefault()
      latest.current(text)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
