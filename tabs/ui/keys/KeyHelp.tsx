/** The way to the help on keys: a quiet button, and `?`. Comes after the page, with its own words. */
import { lazy, Suspense, use, useEffect, useState } from 'react'
import { useWords } from '../../language.ts'
import { isSingleKey, useSingleKeys } from './keys.ts'
import styles from './Keys.module.css'

const KeyDialog = lazy(() => import('./KeyDialog.tsx').then((m) => ({ default: m.KeyDialog })))

export function KeyHelp() {
  const words = useWords()
  use(words.learn('keys'))
  const { t } = words
  const [open, setOpen] = useState(false)
  const choose = useSingleKeys()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog has the floor: what lies behind it has no keys.
      if (!isSingleKey(event, '?') || document.querySelector('[aria-modal=true], dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type='button'
        className={`${styles.open} no-print`}
        aria-haspopup='dialog'
        onClick={() => setOpen(true)}
      >
        {t('keys.open')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <KeyDialog close={() => setOpen(false)} choose={choose} />
        </Suspense>
      )}
    </>
  )
}
