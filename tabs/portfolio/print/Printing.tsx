/** While the browser prints, the whole table stands in the page's place: on screen only the rows in sight are drawn. */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../../language.ts'
import { usePrinting } from '../../ui/table/usePrinting.ts'
import type { PrintTable } from './PrintTable.tsx'

type Given = Parameters<typeof PrintTable>[0]

export function Printing(given: Given) {
  const words = useWords()
  const [Table, setTable] = useState<typeof PrintTable>()
  const printing = usePrinting()
  useEffect(() => {
    let here = true
    // Printing gives no time to load anything: what draws the paper comes as soon as the browser has nothing else to do.
    const later = setTimeout(() => {
      void Promise.all([import('./PrintTable.tsx'), words.learn('table')]).then(
        ([loaded]) => here && setTable(() => loaded.PrintTable),
      )
    }, IDLE_MS)
    return () => {
      here = false
      clearTimeout(later)
    }
  }, [words])
  return printing && Table ? createPortal(<Table {...given} />, document.body) : null
}

const IDLE_MS = 1500
