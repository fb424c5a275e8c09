/** Amounts to work with: a grid where there is room for one, a list where there isn't, and what could not be taken. */
import { useState, useSyncExternalStore } from 'react'
import { useWords } from '../../language.ts'
import { NumberGrid, type GridProps, type Trouble } from './NumberGrid.tsx'
import { NumberList } from './NumberList.tsx'
import styles from './Grid.module.css'

export function Amounts(props: Omit<GridProps, 'trouble'>) {
  const { t } = useWords()
  const isNarrow = useIsNarrow()
  const [trouble, setTrouble] = useState<Trouble>()
  const Shown = isNarrow ? NumberList : NumberGrid
  return (
    <>
      <Shown {...props} trouble={setTrouble} />
      <p role='status' className={styles.trouble}>
        {trouble === undefined
          ? ''
          : 'outside' in trouble
            ? t('amount.outside', { count: trouble.outside })
            : t(`amount.${trouble.fault}`, { text: trouble.text })}
      </p>
    </>
  )
}

const narrow = '(max-width: 640px)'

function useIsNarrow() {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(narrow)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(narrow).matches,
  )
}
