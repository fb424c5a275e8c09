/** While the browser prints, the whole table stands in the page's place: on screen only the rows in sight are drawn. */
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useWords } from '../../language.ts'
import type { PrintTable } from './PrintTable.tsx'

type Given = Parameters<typeof PrintTable>[0]

export function Printing(given: Given) {
  const words = useWords()
  const [Table, setTable] = useState<typeof PrintTable>()
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    let here = true
    // Printing gives no time to load anything: what draws the paper comes as soon as the browser has nothing else to do.
    const later = setTimeout(() => {
      void Promise.all([import('./PrintTable.tsx'), words.learn('table')]).then(
        ([loaded]) => here && setTable(() => loaded.PrintTable),
      )
    }, IDLE_MS)
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      here = false
      clearTimeout(later)
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [words])
  return printing && Table ? createPortal(<Table {...given} />, document.body) : null
}

const IDLE_MS = 1500
